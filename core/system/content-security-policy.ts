/**
 * The style sheet the toasts (sonner) put into the page themselves, and the empty element they start it as. A test compares the hash with the
 * installed version.
 */
export const TOAST_STYLE_HASHES = [
  "sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY=",
  "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
];

/**
 * The policy of a page: only scripts that carry its nonce, and what those load, may run. Style elements need the nonce too; style
 * attributes are allowed, because positions and lengths of charts and menus are set by them and they can load nothing (`img-src`
 * and `font-src` bind them as well). React needs `eval` in development only.
 */
export function contentSecurityPolicy(nonce: string, isDevelopment: boolean): string {
  const hashes = TOAST_STYLE_HASHES.map((hash) => `'${hash}'`).join(" ");
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' 'nonce-${nonce}' ${hashes}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
