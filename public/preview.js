// The frame in which a caseworker sees a citizen's pages as the citizen does (*se som borger*).
// The app in it is the citizen's own, unchanged. This script, which boot.js loads in such frames
// only, makes the frame a place where nothing is changed: each call says in which view it is
// made, what would change something is not sent but told to the page around, and what the app
// would keep in the browser is the frame's and gone with it. The frame's name says which view it
// is, and in which language: it outlives the pages that follow each other in the frame.
const HEADER = "genvej-preview";
const LANGUAGE = "genvej-language";
/** The citizen's alone: what is typed and not shared, the key to it, and everything as a file. */
const OWN = ["/api/citizen/draft-key", "/api/citizen/drafts/", "/api/citizen/data"];

const [, id, given] = /^genvej-preview:([0-9a-f-]{36}):(da|en)$/.exec(window.name) ?? [];
let language = given;

// The page around says already that nothing here is real.
const style = new CSSStyleSheet();
style.replaceSync(".ribbon { display: none; }");
document.adoptedStyleSheets = [style];

/** Tells the page around the frame. */
function tell(genvej, more) {
  window.parent.postMessage({ genvej, ...more }, location.origin);
}

/** What the server would answer: a view changes nothing (I6), and is not shown everything. */
function refusal() {
  const problem = {
    type: "about:blank",
    title: "A preview changes nothing",
    status: 403,
    code: "preview_is_read_only",
  };
  const headers = { "Content-Type": "application/problem+json" };
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

/** Signed out, or the view is not open any more, whatever the status says: then the page around has
 * to do something. */
async function endsTheView(answer) {
  if (answer.ok) return false;
  if ([401, 403].includes(answer.status)) return true;
  const problem = await answer.clone().json().catch(() => null);
  return problem?.code === "preview_closed";
}

const send = window.fetch.bind(window);

window.fetch = async (address, options) => {
  const request = new Request(address, options);
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin || !pathname.startsWith("/api/")) return send(address, options);
  if (request.method !== "GET") {
    tell("read-only", { path: pathname });
    return refusal();
  }
  if (OWN.some((own) => pathname.startsWith(own))) return refusal();
  request.headers.set(HEADER, id);
  const answer = await send(request);
  if (await endsTheView(answer)) tell("refused");
  return answer;
};

/** Storage that nobody else sees. The caseworker's own language stays theirs: the frame's is in
 * its name. */
function ownStorage() {
  const kept = new Map();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (name) => (name === LANGUAGE ? language : (kept.get(name) ?? null)),
    setItem(name, value) {
      if (name !== LANGUAGE) {
        kept.set(name, String(value));
      } else if (value !== language) {
        language = value;
        window.name = `genvej-preview:${id}:${language}`;
        tell("language", { language });
      }
    },
    removeItem: (name) => kept.delete(name),
  };
}

for (const storage of ["localStorage", "sessionStorage"]) {
  Object.defineProperty(window, storage, { value: ownStorage() });
}

/** Hands a file to the browser; a link that is followed would not say which view it is in. */
async function download(link) {
  const answer = await window.fetch(link.href);
  if (!answer.ok) {
    tell("no-file");
    return;
  }
  const file = document.createElement("a");
  file.href = URL.createObjectURL(await answer.blob());
  file.download = link.download || link.pathname.split("/").pop();
  file.click();
  URL.revokeObjectURL(file.href);
}

document.addEventListener(
  "click",
  (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link?.protocol.startsWith("http")) return;
    if (link.origin !== location.origin) {
      // Other sites' pages are not shown in our frames.
      link.target = "_blank";
    } else if (link.pathname.startsWith("/api/")) {
      event.preventDefault();
      event.stopPropagation();
      download(link);
    }
  },
  true,
);

// Nothing typed here is anybody's: nobody is asked whether to leave it. Comes before the app's.
window.addEventListener("beforeunload", (event) => event.stopImmediatePropagation(), true);
