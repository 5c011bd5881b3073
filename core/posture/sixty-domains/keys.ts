/** Public keys as DKIM records have them. Nobody has the private ones: the moduli are made of a pattern. */
export const KEYS = {
  ed25519: "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=", // RFC 8463 appendix A.2
  rsa512: `MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAIB${"V".repeat(83)}UCAwEAAQ==`,
  rsa1024: `MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQCA${"V".repeat(169)}QIDAQAB`,
  rsa2048: `MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAgF${"V".repeat(339)}QIDAQAB`,
} as const;
