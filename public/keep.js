// The browser's own copy of what is typed and not yet on the server, locked up with a key that
// only the person gets (UX rule 2): phones are shared. `src/draft/keep.rs` calls it.
// Each page keeps a copy of its own, so that two windows do not overwrite each other's. A copy
// is "<milliseconds since 1970>:<base64 of the nonce and the locked text>".
const PREFIX = "genvej-kept.";
const NONCE_BYTES = 12;
const PAGE = crypto.randomUUID();

/** Counts what was asked for under each name: a copy that took long to lock must not replace a
 * newer one. */
const turns = new Map();
/** Counts how often everything was forgotten. */
let era = 0;
/** The names under which somebody has looked since: nothing else is written. A key pressed while
 * the page still waits to be left would otherwise be kept after all. */
const open = new Set();
/** Copies of pages that are gone, which this page has taken over, by name: [name, copy]. */
const taken = new Map();

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

/** What is asked for now, under a name. */
function turnOf(name) {
  const turn = (turns.get(name) ?? 0) + 1;
  turns.set(name, turn);
  return `${era}.${turn}`;
}

/** The copies taken over are part of this page's own now, unless their page has written since. */
function tidy(name) {
  for (const [one, copy] of taken.get(name) ?? []) {
    if (localStorage.getItem(one) === copy) localStorage.removeItem(one);
  }
  taken.delete(name);
}

window.genvejKeep = {
  /** Keeps a JSON list under a name, in place of what this page kept there. */
  async put(name, key, text) {
    if (!open.has(name)) return;
    const mine = turnOf(name);
    const copy = await lock(key, text);
    if (mine !== `${era}.${turns.get(name)}`) return;
    localStorage.setItem(`${PREFIX}${name}.${PAGE}`, copy);
    tidy(name);
  },

  /** What all pages kept under a name, as a JSON list of their lists, the newest first. What
   * this key does not open is left alone. */
  async take(name, key) {
    open.add(name);
    const names = Object.keys(localStorage).filter((one) => one.startsWith(`${PREFIX}${name}.`));
    const copies = names.map((one) => [one, localStorage.getItem(one)]);
    copies.sort(([, one], [, other]) => Number.parseInt(other) - Number.parseInt(one));
    const lists = await Promise.all(copies.map(([, copy]) => unlock(key, copy).catch(() => null)));
    taken.set(name, copies.filter((_, index) => lists[index]));
    return JSON.stringify(lists.filter(Boolean));
  },

  /** Forgets what this page kept under a name, at once. */
  drop(name) {
    turnOf(name);
    localStorage.removeItem(`${PREFIX}${name}.${PAGE}`);
    tidy(name);
  },

  /** Nothing that is being locked up now lands any more, and nothing more is until somebody
   * looks again. */
  stop() {
    era += 1;
    open.clear();
    [...taken.keys()].forEach(tidy);
  },
};
