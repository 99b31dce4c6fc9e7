// Replaces each still figure by a live one, in the reader's colour scheme.
"use strict";
(() => {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const touch = matchMedia("(pointer: coarse)");
  const value = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  // #2065ff is drawn in the colour that the style sheet names --c2065ff.
  const recolour = text => text.replace(/#([0-9a-f]{6})/g, (whole, digits) => value("--c" + digits) || whole);

  // Between two dollar signs plotly.js would look for mathematics.
  const read = text => JSON.parse(recolour(text).replaceAll("$", "&#36;"));

  const draw = (figure, text) => {
    const { data, layout } = read(text);
    Object.assign(layout, {
      paper_bgcolor: "rgba(0,0,0,0)",
      plot_bgcolor: "rgba(0,0,0,0)",
      font: { color: value("--ink"), family: getComputedStyle(document.body).fontFamily, size: 12 },
      hoverlabel: { namelength: -1 },
      dragmode: touch.matches ? false : "zoom",
    });
    for (const name of Object.keys(layout).filter(key => /^[xy]axis/.test(key))) {
      layout[name].gridcolor = value("--line");
    }
    layout.margin.t = 16;
    delete layout.title;
    const live = figure.querySelector(".live");
    live.hidden = false;
    const options = { responsive: true, displaylogo: false, displayModeBar: false };
    return Plotly.react(live, data, layout, options).then(() => figure.classList.add("is-live"));
  };

  for (const source of document.querySelectorAll("figure script[type='application/json']")) {
    const figure = source.closest("figure");
    const live = figure.querySelector(".live");
    // Of nothing the still figure says why.
    if (read(source.textContent).data.length === 0) {
      live.remove();
      continue;
    }

    const title = document.createElement("p");
    title.className = "title";
    title.textContent = figure.querySelector("svg title").textContent;
    live.before(title);
    const note = document.createElement("p");
    note.className = "note";
    note.textContent = [...figure.querySelectorAll(".lr-note")].map(line => line.textContent).join(" ");
    live.after(note);
    live.setAttribute("role", "img");
    live.setAttribute("aria-label", title.textContent);
    draw(figure, source.textContent);
    dark.addEventListener("change", () => draw(figure, source.textContent));
  }
})();
