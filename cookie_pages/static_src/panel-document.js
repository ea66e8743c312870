// The panel comes when it is asked for, so that no page grows with what the site declares.

const find = (page) => page.getElementById("cookie-panel");

// The one that is on the page; throws where it can't be had. Parsed as a document by the browser:
// no string becomes markup here.
export async function panelOf(banner) {
  if (!find(document)) {
    const request = new XMLHttpRequest();
    request.open("GET", banner.dataset.panel);
    request.responseType = "document";
    await new Promise((done) => {
      request.onloadend = done;
      request.send();
    });
    // Unless another click was faster.
    if (!find(document)) banner.after(find(request.response));
  }
  return find(document);
}
