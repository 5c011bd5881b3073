import { FIRST_HOP, OUTGOING, UNTOUCHED, altered, type DeliveredMessage } from "./delivered-message.ts";

/**
 * Written by hand after what Microsoft documents of the headers of Exchange Online; nobody's mail. Its servers are of several names, its
 * Authentication-Results names nobody, and it writes the quotation marks of Content-Type anew.
 */
export const EXCHANGE_ONLINE: DeliveredMessage = {
  by: "Exchange Online",
  folder: "INBOX",
  raw: String.raw`Received: from DB9PR01MB0001.eurprd01.prod.exchangelabs.com
 (2001:db8:10a6:10::1) by AM0PR01MB0002.eurprd01.prod.exchangelabs.com with
 HTTPS; Sun, 29 Nov 2026 10:00:11 +0000
Received: from DU7PR01CA0003.eurprd01.prod.exchangelabs.com
 (2001:db8:10a6:10:50e::12) by DB9PR01MB0001.eurprd01.prod.exchangelabs.com
 (2001:db8:10a6:10::1) with Microsoft SMTP Server (version=TLS1_2,
 cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.20.8203.11; Sun, 29 Nov
 2026 10:00:09 +0000
Received: from DU2PEPF00028D04.eurprd03.prod.outlook.com
 (2001:db8:10a6:10:50e:cafe::a9) by DU7PR01CA0003.outlook.office365.com
 (2001:db8:10a6:10:50e::12) with Microsoft SMTP Server (version=TLS1_3,
 cipher=TLS_AES_256_GCM_SHA384) id 15.20.8203.12 via Frontend Transport; Sun,
 29 Nov 2026 10:00:08 +0000
Authentication-Results: spf=pass (sender IP is 192.0.2.25)
 smtp.mailfrom=example.org; dkim=pass (signature was verified)
 header.d=example.org;dmarc=pass action=none
 header.from=example.org;compauth=pass reason=100
Received-SPF: Pass (protection.outlook.com: domain of example.org designates
 192.0.2.25 as permitted sender) receiver=protection.outlook.com;
 client-ip=192.0.2.25; helo=mail.example.org; pr=C
Received: from mail.example.org (192.0.2.25) by
 DU2PEPF00028D04.mail.protection.outlook.com (10.167.242.164) with Microsoft
 SMTP Server (version=TLS1_3, cipher=TLS_AES_256_GCM_SHA384) id 15.20.8182.16
 via Frontend Transport; Sun, 29 Nov 2026 10:00:08 +0000
${altered(
  altered(OUTGOING, "charset=us-ascii", 'charset="us-ascii"'),
  "Auto-Submitted:",
  `Return-Path: probe@example.org
X-MS-Exchange-Organization-ExpirationStartTime: 29 Nov 2026 10:00:08.1234 (UTC)
X-MS-Exchange-Organization-Network-Message-Id: 0a1b2c3d-0000-4e5f-8a9b-08dd10203040
X-MS-Exchange-Organization-MessageDirectionality: Incoming
X-EOPAttributedMessage: 0
X-MS-PublicTrafficType: Email
X-MS-Exchange-Organization-AuthSource:
 DU2PEPF00028D04.eurprd03.prod.outlook.com
X-MS-Exchange-Organization-AuthAs: Anonymous
X-MS-Exchange-Organization-SCL: 1
X-Microsoft-Antispam: BCL:0;ARA:13230040|2092899012;
X-Forefront-Antispam-Report:
 CIP:192.0.2.25;CTRY:DE;LANG:en;SCL:1;SRV:;IPV:NLI;SFV:NSPM;H:mail.example.org;PTR:mail.example.org;CAT:NONE;SFS:(13230040)(2092899012);DIR:INB;
X-MS-Exchange-CrossTenant-OriginalArrivalTime: 29 Nov 2026 10:00:08.0721 (UTC)
X-MS-Exchange-Transport-EndToEndLatency: 00:00:02.9012345
Auto-Submitted:`,
)}`,
  isJunk: false,
  client: "192.0.2.25",
  path: [
    FIRST_HOP,
    ["mail.example.org", "DU2PEPF00028D04.mail.protection.outlook.com", "Microsoft SMTP Server", "TLS 1.3", 3_000],
    ["DU2PEPF00028D04.eurprd03.prod.outlook.com", "DU7PR01CA0003.outlook.office365.com", "Microsoft SMTP Server", "TLS 1.3", 0],
    [
      "DU7PR01CA0003.eurprd01.prod.exchangelabs.com",
      "DB9PR01MB0001.eurprd01.prod.exchangelabs.com",
      "Microsoft SMTP Server",
      "TLS 1.2",
      1_000,
    ],
    ["DB9PR01MB0001.eurprd01.prod.exchangelabs.com", "AM0PR01MB0002.eurprd01.prod.exchangelabs.com", "HTTPS", true, 2_000],
  ],
  theirs: [{ by: null, verdicts: ["spf=pass", "dkim=pass", "dmarc=pass", "compauth=pass"] }],
  spam: { by: "X-Forefront-Antispam-Report", isSpam: false, score: 1, limit: 5 },
  headers: UNTOUCHED,
};
