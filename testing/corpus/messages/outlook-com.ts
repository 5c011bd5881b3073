import { FIRST_HOP, OUTGOING, UNTOUCHED, type DeliveredMessage } from "./delivered-message.ts";

/** Written by hand after what Outlook.com shows as the source of a message, and what Microsoft documents of it; nobody's mail. It is in the folder for junk. */
export const OUTLOOK_COM: DeliveredMessage = {
  by: "Outlook.com, as junk",
  folder: "Junk",
  raw: String.raw`Received: from SN7PR19MB0001.namprd19.prod.outlook.com (2001:db8:10b6:806::1)
 by CH2PR19MB0002.namprd19.prod.outlook.com with HTTPS; Sun, 29 Nov 2026
 10:00:12 +0000
Received: from SA1P222CA0003.NAMP222.PROD.OUTLOOK.COM (2001:db8:10b6:806:3c::20)
 by SN7PR19MB0001.namprd19.prod.outlook.com (2001:db8:10b6:806::1) with
 Microsoft SMTP Server (version=TLS1_2,
 cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.20.8203.11; Sun, 29 Nov
 2026 10:00:11 +0000
Received: from SN1PEPF0002BA4E.namprd03.prod.outlook.com
 (2001:db8:10b6:806:3c:cafe::d) by SA1P222CA0003.outlook.office365.com
 (2001:db8:10b6:806:3c::20) with Microsoft SMTP Server (version=TLS1_3,
 cipher=TLS_AES_256_GCM_SHA384) id 15.20.8203.12 via Frontend Transport; Sun,
 29 Nov 2026 10:00:09 +0000
Authentication-Results: spf=fail (sender IP is 192.0.2.25)
 smtp.mailfrom=example.org; dkim=none (message not signed)
 header.d=none;dmarc=fail action=quarantine
 header.from=example.org;compauth=fail reason=000
Received-SPF: Fail (protection.outlook.com: domain of example.org does not
 designate 192.0.2.25 as permitted sender) receiver=protection.outlook.com;
 client-ip=192.0.2.25; helo=mail.example.org;
Received: from mail.example.org (192.0.2.25) by
 SN1PEPF0002BA4E.mail.protection.outlook.com (10.167.242.71) with Microsoft
 SMTP Server (version=TLS1_2, cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id
 15.20.8182.16 via Frontend Transport; Sun, 29 Nov 2026 10:00:09 +0000
X-IncomingTopHeaderMarker:
 OriginalChecksum:0123456789ABCDEF;UpperCasedChecksum:FEDCBA9876543210;SizeAsReceived:1234;Count:12
X-IncomingHeaderCount: 12
X-MS-Exchange-Organization-SCL: 5
X-Forefront-Antispam-Report:
 CIP:192.0.2.25;CTRY:US;LANG:en;SCL:5;SRV:;IPV:NLI;SFV:SPM;H:mail.example.org;PTR:InfoDomainNonexistent;CAT:SPOOF;SFTY:9.20;SFS:(4636009);DIR:INB;
X-SID-PRA: PROBE@EXAMPLE.ORG
X-SID-Result: FAIL
X-Message-Info: 5vMbyqxGkdewbY6xexample==
X-Message-Delivery: Vj0xLjE7dXM9MDtsPTA7YT0xO0Q9MjtHRD0yO1NDTD02
X-Microsoft-Antispam-Mailbox-Delivery:
 ucf:0;jmr:0;ex:0;auth:0;dest:J;OFR:SpamFilterAuthJ;ENG:(5062000308)(920221119095);
${OUTGOING}`,
  isJunk: true,
  client: "192.0.2.25",
  path: [
    FIRST_HOP,
    ["mail.example.org", "SN1PEPF0002BA4E.mail.protection.outlook.com", "Microsoft SMTP Server", "TLS 1.2", 4_000],
    ["SN1PEPF0002BA4E.namprd03.prod.outlook.com", "SA1P222CA0003.outlook.office365.com", "Microsoft SMTP Server", "TLS 1.3", 0],
    [
      "SA1P222CA0003.NAMP222.PROD.OUTLOOK.COM",
      "SN7PR19MB0001.namprd19.prod.outlook.com",
      "Microsoft SMTP Server",
      "TLS 1.2",
      2_000,
    ],
    ["SN7PR19MB0001.namprd19.prod.outlook.com", "CH2PR19MB0002.namprd19.prod.outlook.com", "HTTPS", true, 1_000],
  ],
  theirs: [{ by: null, verdicts: ["spf=fail", "dkim=none", "dmarc=fail", "compauth=fail"] }],
  spam: { by: "X-Forefront-Antispam-Report", isSpam: true, score: 5, limit: 5 },
  headers: UNTOUCHED,
};
