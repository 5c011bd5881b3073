import { FIRST_HOP, OUTGOING, UNTOUCHED, altered, type DeliveredMessage } from "./delivered-message.ts";

/**
 * Written by hand after what Microsoft documents of Exchange Server; nobody's mail. Its agents tell of SPF in Received-SPF alone, the clock of one of its
 * servers is behind, and a German Outlook has named the folder.
 */
export const EXCHANGE: DeliveredMessage = {
  by: "Exchange on premises, as junk",
  folder: "Junk-E-Mail",
  raw: String.raw`Received: from EX02.corp.example.net (10.20.0.12) by EX01.corp.example.net
 (10.20.0.11) with Microsoft SMTP Server (version=TLS1_2,
 cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.2.1544.11 via Mailbox
 Transport; Sun, 29 Nov 2026 11:00:08 +0100
Received: from EX02.corp.example.net (10.20.0.12) by EX02.corp.example.net
 (10.20.0.12) with Microsoft SMTP Server id 15.2.1544.11; Sun, 29 Nov 2026 11:00:09 +0100
Received: from mail.example.org (192.0.2.25) by mx.example.net (10.20.0.12) with
 Microsoft SMTP Server (version=TLS1_2,
 cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.2.1544.11 via Frontend
 Transport; Sun, 29 Nov 2026 11:00:07 +0100
${altered(OUTGOING, "Content-Type: text/plain; charset=us-ascii", 'Content-Type: text/plain; charset="us-ascii"').replace(
  "MIME-Version",
  `Return-Path: probe@example.org
X-MS-Exchange-Organization-Network-Message-Id: 0a1b2c3d-0000-4e5f-8a9b-08dd10203041
X-MS-Exchange-Organization-PRD: example.org
X-MS-Exchange-Organization-SenderIdResult: SoftFail
Received-SPF: SoftFail (EX02.corp.example.net: domain of transitioning
 probe@example.org discourages use of 192.0.2.25 as permitted sender)
X-MS-Exchange-Organization-Antispam-Report: DV:3.3.21021.600;SID:SenderIDStatus SoftFail;OrigIP:192.0.2.25
X-MS-Exchange-Organization-SCL: 6
X-MS-Exchange-Organization-PCL: 2
X-MS-Exchange-Organization-AuthSource: EX02.corp.example.net
X-MS-Exchange-Organization-AuthAs: Anonymous
X-MS-Exchange-Transport-EndToEndLatency: 00:00:01.2345678
MIME-Version`,
)}`,
  isJunk: true,
  client: "192.0.2.25",
  path: [
    FIRST_HOP,
    ["mail.example.org", "mx.example.net", "Microsoft SMTP Server", "TLS 1.2", 2_000],
    ["EX02.corp.example.net", "EX02.corp.example.net", "Microsoft SMTP Server", null, 2_000],
    ["EX02.corp.example.net", "EX01.corp.example.net", "Microsoft SMTP Server", "TLS 1.2", -1_000],
  ],
  theirs: [{ by: "EX02.corp.example.net", verdicts: ["spf=softfail"] }],
  spam: { by: "X-MS-Exchange-Organization-SCL", isSpam: true, score: 6, limit: 5 },
  headers: UNTOUCHED,
};
