// A site apart, that asks and shows what a Wagtail site declares: notice.json and the API alone.
// Wagtail's API sends no CORS header: `/api/` of this host is passed on to the Wagtail site.
import { keep, prove, read } from "./choice.js";
import { banner, charter } from "./draw.js";

const home = document.querySelector("meta[name=wagtail]").content;
const byId = (id) => document.getElementById(id);
const json = async (address) => (await fetch(address, { credentials: "omit" })).json();

const { lang } = document.documentElement;
const notice = await json(`${home}/cookies/notice.json?language=${lang}`);

function open(choices) {
  for (const gate of document.querySelectorAll("template[data-purpose]")) {
    if (choices?.[gate.dataset.purpose]) gate.replaceWith(gate.content);
  }
}

function answer(yes) {
  const before = read(notice);
  const choices = Object.fromEntries(notice.layer1.asked.map((slug) => [slug, yes]));
  const withdraws = before && !yes && Object.values(before).some(Boolean);
  keep(notice, choices);
  // Sent all the same where the page goes meanwhile; a site of weight sends again what fails.
  prove(notice, choices, withdraws ? "withdrawal" : "banner").catch(() => {});
  byId("banner").hidden = true;
  byId("status").textContent = withdraws ? notice.words.withdrawn : notice.words.saved;
  // What was opened can't be taken back but by loading the page anew.
  if (withdraws) setTimeout(() => location.reload(), 500);
  open(choices);
}

byId("banner").replaceChildren(...banner(notice, answer));
byId("banner").setAttribute("aria-label", notice.banner.heading);
byId("banner").hidden = Boolean(read(notice));
byId("settings").textContent = notice.banner.preferences;
byId("settings").addEventListener("click", () => (byId("banner").hidden = false));
open(read(notice));

const pages = await json(
  `/api/v2/pages/?type=cookie_pages.CookieCharterPage&locale=${lang}&fields=rows`,
);
byId("charter").replaceChildren(...charter(pages.items[0]));
