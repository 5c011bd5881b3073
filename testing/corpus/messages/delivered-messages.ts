import { AMAVIS } from "./amavis.ts";
import { CPANEL } from "./cpanel.ts";
import type { DeliveredMessage } from "./delivered-message.ts";
import { EXCHANGE_ONLINE } from "./exchange-online.ts";
import { EXCHANGE } from "./exchange.ts";
import { FASTMAIL } from "./fastmail.ts";
import { GMAIL } from "./gmail.ts";
import { GMX } from "./gmx.ts";
import { GOOGLE_WORKSPACE } from "./google-workspace.ts";
import { ICLOUD } from "./icloud.ts";
import { IONOS } from "./ionos.ts";
import { KERIO } from "./kerio.ts";
import { MAILCOW } from "./mailcow.ts";
import { ODD } from "./odd.ts";
import { OUTLOOK_COM } from "./outlook-com.ts";
import { PLESK } from "./plesk.ts";
import { POSTFIX_DOVECOT } from "./postfix-dovecot.ts";
import { PROTON } from "./proton.ts";
import { WEB_DE } from "./web-de.ts";
import { YAHOO } from "./yahoo.ts";
import { YANDEX } from "./yandex.ts";
import { ZIMBRA } from "./zimbra.ts";
import { ZOHO } from "./zoho.ts";

/** One message as each provider and server delivers it, and those that are odd. */
export const DELIVERED_MESSAGES: readonly DeliveredMessage[] = [
  GMAIL,
  GOOGLE_WORKSPACE,
  EXCHANGE_ONLINE,
  OUTLOOK_COM,
  EXCHANGE,
  YAHOO,
  ICLOUD,
  FASTMAIL,
  GMX,
  WEB_DE,
  PROTON,
  ZOHO,
  MAILCOW,
  AMAVIS,
  CPANEL,
  PLESK,
  ZIMBRA,
  KERIO,
  YANDEX,
  IONOS,
  POSTFIX_DOVECOT,
  ...ODD,
];
