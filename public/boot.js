// The first script of the page: asks for the data of the page while the app downloads, then
// starts the app. `src/api/early.rs` takes the answers, each once, by exactly these URLs.
"use strict";
{
  const script = document.currentScript;
  const root = document.documentElement;
  const path = location.pathname;
  // Like the app, which does not ask for a week that is none.
  const asked = new URLSearchParams(location.search).get("week") ?? "";
  const week = /^\d{4}-\d\d-\d\d$/.test(asked) ? asked : null;
  const parts = path.split("/").slice(1).map(encodeURIComponent);

  /** The query of a URL, without what is empty. */
  const query = (values) => {
    const given = Object.entries(values).filter(([, value]) => value);
    return given.length ? `?${new URLSearchParams(given)}` : "";
  };

  const channels = ["phone", "video", "in_person"];
  const isId = (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

  /** What the page at `path` asks for first. */
  const firstData = () => {
    if (path === "/my") return "/api/citizen/overview";
    if (path === "/book") return "/api/citizen/booking-options";
    if (parts[0] === "book" && parts.length === 2 && channels.includes(parts[1])) {
      return `/api/citizen/times${query({ channel: parts[1], week })}`;
    }
    if (parts[0] === "bookings" && parts.length === 2 && isId(parts[1])) {
      return `/api/citizen/bookings/${parts[1]}`;
    }
    if (parts[0] === "plan") return "/api/citizen/job-plan";
    if (parts[0] === "retention-plan") return "/api/citizen/retention-plan";
    if (path === "/employer") return "/api/employer/cases";
    if (parts[0] === "employer" && parts[1] === "cases" && isId(parts[2] ?? "")) {
      return `/api/employer/cases/${parts[2]}/retention-plan`;
    }
    if (path === "/satisfaction") return "/api/citizen/satisfaction";
    if (path === "/groups") return "/api/citizen/groups";
    if (path === "/access-log") return "/api/citizen/access-log";
    if (path === "/waiting-list") return "/api/citizen/waiting-list";
    if (path === "/staff") return `/api/staff/calendar${query({ week })}`;
    if (path === "/staff/calendar") return "/api/staff/calendar/settings";
    if (path === "/staff/groups") return "/api/staff/groups";
    if (path === "/staff/cases") return "/api/staff/cases";
    return null;
  };

  // The frame in which a caseworker looks at a citizen's pages says so by its name. Until its
  // script is there nothing is asked: it would be asked as the caseworker.
  const framed = window !== parent && window.name.startsWith("genvej-preview:");
  const ready = framed && import("/preview.js");

  const ask = async (url) => {
    await ready;
    const response = await fetch(url, { headers: { Accept: "application/json" } });
    return { status: response.status, body: await response.text() };
  };

  window.genvejEarly = {};
  const keys = {
    plan: "citizen",
    "retention-plan": "citizen",
    satisfaction: "citizen",
    employer: "employer",
  };
  const key = keys[parts[0]] && parts[1] !== "link" ? `/api/${keys[parts[0]]}/draft-key` : null;
  for (const url of ["/api/session", firstData(), key]) {
    if (!url) continue;
    const answer = ask(url);
    // The app asks again by itself; an unheard failure here must not become an error.
    answer.catch(() => {});
    window.genvejEarly[url] = answer;
  }

  if (path === "/book") {
    const answers = ["/api/session", firstData()].map((url) => window.genvejEarly[url]);
    Promise.all([import("/early.js"), ...answers]).then(
      ([early, session, options]) => {
        if (session.status !== 200 || options.status !== 200) return;
        early.draw(JSON.parse(session.body), JSON.parse(options.body));
      },
      // Without it the page waits for the app, which says what is wrong.
      () => {},
    );
  }

  root.dataset.area = ["staff", "employer"].includes(parts[0]) ? parts[0] : "citizen";

  // Each part of the app is a file of its own. A release has a page for each that names it; a
  // development build has one page for all.
  const citizens = [
    "plan",
    "retention-plan",
    "access-log",
    "equipment",
    "satisfaction",
    "waiting-list",
    "groups",
  ];
  const part = citizens.includes(parts[0])
    ? "plan"
    : ["employer", "staff"].find((name) => name === parts[0]);
  const own = script.dataset;
  const [module, wasm] =
    !part || own.module.startsWith(`/genvej-${part}-`)
      ? [own.module, own.wasm]
      : [`/genvej-${part}.js`, `/genvej-${part}_bg.wasm`];
  // What is typed in a form is also kept here; nothing older than a day stays. A part with forms
  // has it on all of its pages: from those without one goes back to the others without a load.
  const kept = part === "plan" || part === "employer" ? import("/keep.js").catch(() => {}) : null;
  Promise.all([import(module), kept, ready]).then(([app]) => app.default({ module_or_path: wasm }));
  for (const name of Object.keys(localStorage)) {
    const old = !(Number.parseInt(localStorage.getItem(name)) > Date.now() - 24 * 60 * 60 * 1000);
    if (name.startsWith("genvej-kept.") && old) localStorage.removeItem(name);
  }
}
