/**
 * styled-components writes <style> elements while the page runs. The content security policy allows them by
 * a nonce, which it reads from this global; so this module must be imported before anything that styles.
 */
declare global {
  var __webpack_nonce__: string | undefined;
}

const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
const nonce = meta?.nonce || meta?.content;
if (nonce) globalThis.__webpack_nonce__ = nonce;

export {};
