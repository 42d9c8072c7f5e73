// The browser's own copy of what is typed and not yet on the server, locked up with a key that
// only the person gets (UX rule 2): phones are shared. `src/draft/keep.rs` calls it.
// Each page keeps a copy of its own, so that two windows do not overwrite each other's. A copy
// is "<milliseconds since 1970>:<base64 of the nonce and the locked text>".
const PREFIX = "genvej-kept.";
const NONCE_BYTES = 12;
const PAGE = crypto.randomUUID();

/** Counts what was asked for: a copy that took long to lock must not replace a newer one. */
let turn = 0;
/** Copies of pages that are gone, which this page has taken over: [name, copy]. */
let taken = [];

const bytesOf = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const keyOf = (hex) =>
  crypto.subtle.importKey("raw", bytesOf(hex), "AES-GCM", false, ["encrypt", "decrypt"]);

async function lock(key, text) {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const data = new TextEncoder().encode(text);
  const locked = await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, await keyOf(key), data);
  let binary = "";
  for (const part of [nonce, new Uint8Array(locked)]) {
    for (const byte of part) binary += String.fromCharCode(byte);
  }
  return `${Date.now()}:${btoa(binary)}`;
}

async function unlock(key, copy) {
  const bytes = Uint8Array.from(atob(copy.split(":")[1]), (char) => char.charCodeAt(0));
  const iv = bytes.subarray(0, NONCE_BYTES);
  const data = bytes.subarray(NONCE_BYTES);
  const text = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, await keyOf(key), data);
  return JSON.parse(new TextDecoder().decode(text));
}

/** The copies taken over are part of this page's own now, unless their page has written since. */
function tidy() {
  for (const [name, copy] of taken) {
    if (localStorage.getItem(name) === copy) localStorage.removeItem(name);
  }
  taken = [];
}

window.genvejKeep = {
  /** Keeps a JSON list under a name, in place of what this page kept there. */
  async put(name, key, text) {
    turn += 1;
    const mine = turn;
    const copy = await lock(key, text);
    if (mine !== turn) return;
    localStorage.setItem(`${PREFIX}${name}.${PAGE}`, copy);
    tidy();
  },

  /** What all pages kept under a name, as a JSON list of their lists, the newest first. What
   * this key does not open is left alone. */
  async take(name, key) {
    const names = Object.keys(localStorage).filter((one) => one.startsWith(`${PREFIX}${name}.`));
    const copies = names.map((one) => [one, localStorage.getItem(one)]);
    copies.sort(([, one], [, other]) => Number.parseInt(other) - Number.parseInt(one));
    const lists = await Promise.all(copies.map(([, copy]) => unlock(key, copy).catch(() => null)));
    taken = copies.filter((_, index) => lists[index]);
    return JSON.stringify(lists.filter(Boolean));
  },

  /** Forgets what this page kept under a name, at once. */
  drop(name) {
    turn += 1;
    localStorage.removeItem(`${PREFIX}${name}.${PAGE}`);
    tidy();
  },
};
