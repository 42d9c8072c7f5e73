// The booking page before the app is there: its sentences and the first free times, from the
// answers that boot.js asked for. The same elements and words as the app draws a moment later
// (a test compares the words), so nothing moves under a finger; its links are real ones.
// Only for the plain case: a conversation is due and can be booked. The rest waits for the app.

const TEXTS = {
  "da": {
    "demo_ribbon": "Demonstration: alle personer og sager er opdigtede.",
    "demo_change_person": "Vælg en anden person",
    "other_language": "English",
    "sign_out": "Log af",
    "support": "Hjælp på telefon",
    "back": "Tilbage",
    "step": "Trin {} af {}",
    "phone": "Telefon",
    "video": "Video",
    "in_person": "Fremmøde",
    "title": "Book din opfølgningssamtale",
    "lead": "Vi skal tale om, hvordan du har det, og hvad der kan hjælpe dig videre.",
    "deadline": "Book senest {}. Samtalen skal holdes senest {}.",
    "deadline_soon": "Samtalen skal holdes senest {}.",
    "deadline_past": "Samtalen skulle være holdt senest {}. Det er helt i orden at booke nu.",
    "jobnet": "Det er fristen på Jobnet, der gælder. Står der en anden dato på Jobnet, så følg den.",
    "why": "Hvorfor?",
    "how": "Hvordan vil du holde samtalen?",
    "phone_means": "Vi ringer til dig.",
    "video_means": "Du får et link og taler med os på skærmen.",
    "in_person_means": "Du kommer til os.",
    "minutes": "Ca. {} minutter.",
    "first_free": "Første ledige tid",
    "book_first_name": "Første ledige tid, {}, {}",
    "more_times": "Se flere tider",
    "more_times_name": "Se flere tider: {}",
    "with": "hos {}",
    "after_deadline": "efter fristen"
  },
  "en": {
    "demo_ribbon": "Demonstration: all people and cases are invented.",
    "demo_change_person": "Choose another person",
    "other_language": "Dansk",
    "sign_out": "Sign out",
    "support": "Help by phone",
    "back": "Back",
    "step": "Step {} of {}",
    "phone": "Phone",
    "video": "Video",
    "in_person": "Visit",
    "title": "Book your follow-up conversation",
    "lead": "We will talk about how you are, and what can help you on.",
    "deadline": "Book by {}. The conversation must take place by {}.",
    "deadline_soon": "The conversation must take place by {}.",
    "deadline_past": "The conversation should have taken place by {}. It is fine to book now.",
    "jobnet": "The deadline on Jobnet is the one that counts. If Jobnet shows another date, follow that one.",
    "why": "Why?",
    "how": "How do you want to hold the conversation?",
    "phone_means": "We ring you.",
    "video_means": "You get a link and talk with us on screen.",
    "in_person_means": "You come to us.",
    "minutes": "About {} minutes.",
    "first_free": "First free time",
    "book_first_name": "First free time, {}, {}",
    "more_times": "See more times",
    "more_times_name": "See more times: {}",
    "with": "with {}",
    "after_deadline": "after the deadline"
  }
};

const BACK =
  "m400-240-240-240 240-240 56 56-144 144h488v80H312l144 144-56 56Z";

/** Draws what is known, unless the app was faster. */
export function draw(session, options) {
  const open = options.channels.filter(({ choice, first_free }) => choice.allowed && first_free);
  const plain =
    options.self_booking.kind === "open" && !options.next_booking && options.duty.kind === "due";
  // The app has skeletons of its own; this one is the page's.
  const skeleton = document.querySelector("#app [data-early]");
  if (!plain || !open.length || !skeleton || !session.signed_in) return;
  const language = storedLanguage();
  const words = sentences(language);
  document.documentElement.lang = language;
  frame(session, words, language);
  const { book_by, hold_by } = options.duty;
  skeleton.replaceWith(
    link("back-link", "/my", arrow(), words.text("back")),
    element("p", "step-simple", words.text("step", 1, 3)),
    element("h1", "", words.text("title")),
    element("p", "font-lead", words.text("lead")),
    element("p", "deadline", byWhen(words, options.today, book_by, hold_by)),
    element("p", "jobnet", words.text("jobnet")),
    why(words),
    element("h2", "h3", words.text("how")),
    ...open.map((option) => channel(words, option, hold_by)),
  );
}

function storedLanguage() {
  try {
    return localStorage.getItem("genvej-language") === "en" ? "en" : "da";
  } catch {
    return "da";
  }
}

function frame({ demo, municipality, signed_in }, words, language) {
  const header = document.querySelector("#app .header");
  if (demo) {
    const text = element("p", "", words.text("demo_ribbon"));
    const row = element("div", "container row-between", text);
    row.append(link("", "/", words.text("demo_change_person")));
    header.before(element("aside", "ribbon", row));
  }
  header.querySelector(".portal-name").textContent = municipality.name;
  // Not buttons yet: what cannot be pressed does not say that it can.
  const user = element("div", "portal-user");
  user.append(element("span", "header-button", words.text("other_language")));
  user.append(element("span", "user", signed_in.name));
  user.append(element("span", "header-button", words.text("sign_out")));
  user.setAttribute("aria-hidden", "true");
  header.querySelector(".portal-info .row-between").append(user);
  const { phone } = municipality;
  const hours = language === "en" ? municipality.phone_hours_en : municipality.phone_hours;
  const help = element("p", "", `${words.text("support")}: `);
  help.append(link("phone-link", `tel:${phone.replace(/[^\d+]/g, "")}`, phone), ` (${hours})`);
  header.querySelector(".solution-info .row-between").append(element("div", "additional-info", help));
}

function byWhen(words, today, bookBy, holdBy) {
  // Days as YYYY-MM-DD compare as they follow each other.
  if (holdBy < today) return words.text("deadline_past", words.day(holdBy));
  if (bookBy < today) return words.text("deadline_soon", words.day(holdBy));
  return words.text("deadline", words.day(bookBy), words.day(holdBy));
}

function why(words) {
  const summary = element("summary", "details-summary");
  summary.append(element("span", "details-summary-text", words.text("why")));
  return element("details", "details", summary);
}

function channel(words, { choice, minutes, first_free: time }, holdBy) {
  const kind = choice.channel;
  const name = words.text(kind);
  const at = words.moment(time.starts_at);
  const first = link("button button-primary time-first", checkPage(kind, time));
  first.setAttribute("aria-label", words.text("book_first_name", at, name));
  first.append(
    element("span", "time-first__label", words.text("first_free")),
    " ",
    element("span", "time-first__at", at),
  );
  const more = link("channel__more", `/book/${kind}`, words.text("more_times"));
  more.setAttribute("aria-label", words.text("more_times_name", name));
  const means = `${words.text(`${kind}_means`)} ${words.text("minutes", minutes)}`;
  const section = element("section", "channel", element("h3", "h4", name));
  section.append(element("p", "", means), first);
  const note = (text) => section.append(element("p", "channel__note", text));
  if (!time.own_caseworker) note(words.text("with", time.caseworker));
  if (time.starts_at.slice(0, 10) > holdBy) note(words.text("after_deadline"));
  section.append(more);
  return section;
}

function checkPage(kind, { slot_id, starts_at }) {
  const monday = utc(starts_at);
  monday.setUTCDate(monday.getUTCDate() - ((monday.getUTCDay() + 6) % 7));
  return `/book/${kind}/${slot_id}/check?week=${monday.toISOString().slice(0, 10)}`;
}

/** The sentences of a language, and its days and times. The wall clock is the one written in
 * the value, whatever the phone's zone. */
function sentences(language) {
  const danish = language === "da";
  const texts = TEXTS[language];
  const name = (text, part) =>
    new Intl.DateTimeFormat(danish ? "da-DK" : "en-GB", { [part]: "long", timeZone: "UTC" }).format(
      utc(text),
    );
  const day = (text) => {
    const [weekday, month, number] = [name(text, "weekday"), name(text, "month"), utc(text).getUTCDate()];
    return danish ? `${weekday} den ${number}. ${month}` : `${weekday} ${number} ${month}`;
  };
  const moment = (text) => {
    const [hour, minute] = text.slice(11, 16).split(":");
    return danish ? `${day(text)} kl. ${Number(hour)}.${minute}` : `${day(text)} at ${Number(hour)}:${minute}`;
  };
  const text = (key, ...values) => texts[key].replace(/\{\}/g, () => values.shift());
  return { text, day, moment };
}

/** The day in a text as the midnight it begins with, somewhere where no hour is skipped. */
function utc(text) {
  return new Date(`${text.slice(0, 10)}T00:00:00Z`);
}

function element(name, className, ...content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

function link(className, href, ...content) {
  const made = element("a", className, ...content);
  made.href = href;
  return made;
}

function arrow() {
  const made = (name, attributes) => {
    const part = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) part.setAttribute(key, value);
    return part;
  };
  const icon = { class: "icon-svg", viewBox: "0 -960 960 960", "aria-hidden": "true" };
  const svg = made("svg", icon);
  svg.append(made("path", { d: BACK }));
  return svg;
}
