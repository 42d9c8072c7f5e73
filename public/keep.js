// The browser's own copy of what is typed and not yet on the server, locked up with a key that
// only the person gets (UX rule 2): phones are shared. `src/draft/keep.rs` calls it.
// A copy is "<milliseconds since 1970>:<base64 of the nonce and the locked text>".
const PREFIX = "genvej-kept.";
const NONCE_BYTES = 12;

const bytesOf = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const keyOf = (hex) =>
  crypto.subtle.importKey("raw", bytesOf(hex), "AES-GCM", false, ["encrypt", "decrypt"]);

window.genvejKeep = {
  /** Keeps `text` under a name, in place of what was there. */
  async put(name, key, text) {
    const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
    const data = new TextEncoder().encode(text);
    const locked = await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, await keyOf(key), data);
    let binary = "";
    for (const part of [nonce, new Uint8Array(locked)]) {
      for (const byte of part) binary += String.fromCharCode(byte);
    }
    localStorage.setItem(PREFIX + name, `${Date.now()}:${btoa(binary)}`);
  },

  /** What is kept under a name; null when there is nothing that this key opens. */
  async take(name, key) {
    const copy = localStorage.getItem(PREFIX + name);
    if (!copy) return null;
    const bytes = Uint8Array.from(atob(copy.split(":")[1]), (char) => char.charCodeAt(0));
    const iv = bytes.subarray(0, NONCE_BYTES);
    const data = bytes.subarray(NONCE_BYTES);
    const text = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, await keyOf(key), data);
    return new TextDecoder().decode(text);
  },

  /** Forgets what is kept under a name. */
  drop(name) {
    localStorage.removeItem(PREFIX + name);
  },
};
