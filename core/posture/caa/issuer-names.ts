/**
 * By what authorities are named in CAA records, found by how they name themselves in certificates: what each says in its certification practice
 * statement. Any one of the names lets it issue.
 */
const AUTHORITIES: readonly { issuer: RegExp; names: readonly string[] }[] = [
  { issuer: /let'?s encrypt|\bISRG\b/i, names: ["letsencrypt.org"] },
  { issuer: /zerossl/i, names: ["zerossl.com", "sectigo.com"] },
  {
    issuer: /sectigo|comodo|usertrust/i,
    names: ["sectigo.com", "comodo.com", "comodoca.com", "usertrust.com", "trust-provider.com"],
  },
  {
    issuer: /digicert|geotrust|thawte|rapidssl|quovadis/i,
    names: ["digicert.com", "geotrust.com", "thawte.com", "rapidssl.com", "quovadisglobal.com", "symantec.com", "www.digicert.com"],
  },
  { issuer: /google trust services/i, names: ["pki.goog", "google.com"] },
  { issuer: /globalsign/i, names: ["globalsign.com"] },
  { issuer: /amazon/i, names: ["amazon.com", "amazontrust.com", "awstrust.com", "amazonaws.com"] },
  { issuer: /godaddy|starfield/i, names: ["godaddy.com", "starfieldtech.com"] },
  { issuer: /entrust/i, names: ["entrust.net", "affirmtrust.com"] },
  { issuer: /buypass/i, names: ["buypass.com", "buypass.no"] },
  { issuer: /actalis/i, names: ["actalis.it"] },
  { issuer: /ssl\.com|ssl corporation/i, names: ["ssl.com"] },
  { issuer: /certum|asseco|unizeto/i, names: ["certum.pl", "certum.eu", "yandex.ru"] },
  { issuer: /harica|hellenic academic/i, names: ["harica.gr"] },
  { issuer: /microsoft/i, names: ["microsoft.com"] },
  { issuer: /swisssign/i, names: ["swisssign.com"] },
  { issuer: /d-trust/i, names: ["d-trust.net", "dtrust.de"] },
  { issuer: /telesec|deutsche telekom|t-systems/i, names: ["telesec.de", "pki.dfn.de", "dfn.de"] },
];

/** The names by which CAA lets whoever issued a certificate issue again; null where the authority is not known. */
export function issuerNames(issuer: string): readonly string[] | null {
  return AUTHORITIES.find((authority) => authority.issuer.test(issuer))?.names ?? null;
}
