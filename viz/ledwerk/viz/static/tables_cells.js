"use strict";
// What a cell says, and with what it is changed, by the type that the model gives its column.
(() => {
  const { make, texts } = window.ledwerk;
  const lang = document.documentElement.lang;
  const fill = (text, words) => text.replace(/\{(\w+)\}/g, (whole, name) => words[name] ?? whole);
  const numbers = new Intl.NumberFormat(lang, { maximumFractionDigits: 15 });

  const worded = (column, value) => {
    if (value === undefined || value === null || value === "") return "";
    if (column.end.length) return value.name;
    if (column.type === "boolean") return value ? texts.yes_word : texts.no_word;
    if (column.type === "choice") return column.terms.find((term) => term.value === value)?.label ?? value;
    if (column.type === "number" || column.type === "integer") {
      return column.name === "number" || column.name === "year" ? String(value) : numbers.format(value);
    }
    if (Array.isArray(value)) return value.join(" | ");
    return String(value);
  };
  const saidEmpty = (column, value) => worded(column, value) || texts.empty_value;

  // -- from what is typed to what GraphQL takes: {value}, or {wrong} in words ----------------------------
  const wrong = (hint) => ({
    wrong: hint ? `${texts.wrong_value}. ${fill(texts.write_instead, { hint })}` : texts.wrong_value,
  });
  const GROUPED = { nl: /^[+-]?\d{1,3}(\.\d{3}){2,}(,\d+)?$|^[+-]?\d{1,3}\.\d{3},\d+$/,
    en: /^[+-]?\d{1,3}(,\d{3}){2,}(\.\d+)?$|^[+-]?\d{1,3},\d{3}\.\d+$/ };
  const readNumber = (text, column) => {
    let plain = text.replace(/[\s\u00a0€]/g, "");
    if (GROUPED[lang]?.test(plain)) {
      plain = lang === "nl" ? plain.replace(/\./g, "").replace(",", ".") : plain.replace(/,/g, "");
    } else if (/^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(plain)) { // a thousand, or a bit more than one?
      const [whole, rest] = plain.split(/[.,]/);
      return wrong(`${whole}${rest} / ${whole}${lang === "nl" ? "," : "."}${rest}0`);
    }
    plain = plain.replace(",", ".");
    if (!/^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(plain) || !Number.isFinite(Number(plain))) return wrong(column.hint);
    return { value: Number(plain) };
  };
  const readInteger = (text, column) => (/^[+-]?\d{1,9}$/.test(text) ? { value: Number(text) } : wrong(column.hint));
  const readDate = (text, column) => {
    const turned = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text);
    if (turned) return wrong(`${turned[3]}-${turned[2].padStart(2, "0")}-${turned[1].padStart(2, "0")}`);
    const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
    if (!found) return wrong(column.hint);
    const [, year, month, day] = found.map((part) => (part === undefined ? undefined : Number(part)));
    const days = month ? new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate() : 31;
    const there = year > 0 && (month === undefined || (month >= 1 && month <= 12)) && (day === undefined || (day >= 1 && day <= days));
    return there ? { value: text } : wrong(column.hint);
  };
  const readUrl = (text, column) => {
    const there = /^https?:\/\/\S+\.\S+$/i.test(text) || (/^[^\s/:]+\.\S+$/.test(text));
    return there ? { value: text } : wrong("https://example.org");
  };
  const readList = (text) => ({
    value: [...new Set(text.split("|").map((part) => part.trim()).filter(Boolean))],
  });
  const READERS = { number: readNumber, integer: readInteger, date: readDate, url: readUrl, list: readList };
  const readText = (column, typed) => {
    const text = typed.trim();
    if (!text) return column.required ? { wrong: texts.needed } : { value: null };
    const read = (READERS[column.type] ?? ((same) => ({ value: same })))(text, column);
    return Array.isArray(read.value) && !read.value.length ? { value: null } : read;
  };

  // -- what a cell is changed with ------------------------------------------------------------------------
  const raw = (column, value) => {
    if (value === undefined || value === null) return "";
    if (typeof value === "number") return lang === "nl" ? String(value).replace(".", ",") : String(value);
    return worded(column, value);
  };
  const chooser = (column, value) => {
    const select = make("select", null);
    const words = column.type === "boolean"
      ? [{ value: "yes", label: texts.yes_word }, { value: "no", label: texts.no_word }]
      : column.terms;
    const none = column.type === "boolean" ? texts.unknown_word : "–";
    if (!column.required && !words.some((term) => term.value === "unknown")) {
      select.append(make("option", none, { value: "", "aria-label": column.type === "boolean" ? none : texts.empty_value }));
    }
    for (const term of words) select.append(make("option", term.label, { value: term.value }));
    select.value = column.type === "boolean" ? ({ true: "yes", false: "no" }[value] ?? "") : value ?? (select.options[0]?.value ?? "");
    const read = () => {
      if (!select.value) return { value: null };
      return { value: column.type === "boolean" ? select.value === "yes" : select.value.toUpperCase() };
    };
    return { element: select, read, typed: () => select.value };
  };
  // An editor of a value: its element, what it holds for GraphQL, and the text in it.
  const editor = (column, value, typed) => {
    if (column.type === "choice" || column.type === "boolean") {
      const made = chooser(column, value);
      if (typed !== undefined) {
        const begins = [...made.element.options].find((one) => one.text.toLowerCase().startsWith(typed.toLowerCase()));
        if (begins) made.element.value = begins.value;
      }
      return made;
    }
    const long = column.type === "text";
    const element = make(long ? "textarea" : "input", null, { autocomplete: "off", spellcheck: long });
    if (long) element.rows = 4;
    else element.inputMode = { number: "decimal", integer: "numeric", url: "url" }[column.type] ?? "text";
    element.value = typed ?? raw(column, value);
    return { element, read: () => readText(column, element.value), typed: () => element.value };
  };

  // -- what a cell shows ----------------------------------------------------------------------------------
  const link = (text, href) => make("a", text, { href, rel: "noreferrer", tabIndex: -1 });
  const shown = (column, row) => {
    const value = row.values[column.field];
    const text = worded(column, value);
    if (column.end.length && value) return link(text, networkAddress(value.id));
    if (column.type === "url" && /^https?:\/\//i.test(text)) return link(text, text);
    if (column.name === "name" && row.derived) {
      return make("span", null, { className: "derived" }, `${text} `, make("small", `(${texts.mentioned})`));
    }
    if (column.type === "text" && text.length > 160) return make("span", `${text.slice(0, 150)}…`, { title: text });
    return make("span", text);
  };
  const networkAddress = (id) => window.ledwerk.seenAddress("/", { selected: id, lang });
  const cited = (row) => {
    const place = (one) => {
      const what = one.basis === "edited" && !one.title ? texts.by_editor : one.title || one.dataset;
      return one.locator ? `${what}, ${one.locator}` : what;
    };
    if (!row.from.length) return make("span", texts.mentioned, { className: "soft" });
    const edited = row.from.some((one) => one.basis === "edited");
    const more = row.from.length > 1 ? ` (+${row.from.length - 1})` : "";
    const badge = edited && row.from[0].title ? [make("small", ` ${texts.by_editor}`, { className: "badge" })] : [];
    return make("span", `${place(row.from[0])}${more}`, { title: row.from.map(place).join("\n"), className: "from" }, ...badge);
  };

  window.ledwerk.tables = { fill, worded, saidEmpty, editor, shown, cited, networkAddress, lang };
})();
