// Turns what a word processor puts on the clipboard into our Markdown. Reads an inert document: nothing of it runs or loads.
const blank = (text) => text.replace(/[\s\u00a0]+/g, " ");
const escaped = (text) => blank(text).replace(/([\\`*_[\]<])/g, "\\$1");

const linkable = (address) => /^(https?:|mailto:|tel:|\/(?!\/))/i.test(address ?? "");

// A paragraph's own words with bold and links; everything else loses its looks.
function inline(node) {
  if (node.nodeType === Node.TEXT_NODE) return escaped(node.data);
  if (node.nodeType !== Node.ELEMENT_NODE || /^(style|script|o:p|meta|link|img|svg|del|xml)$/i.test(node.localName)) return "";
  // Word writes the bullet itself, and says that a program may leave it out.
  if (/mso-list:\s*ignore/i.test(node.getAttribute("style") ?? "")) return "";
  const words = [...node.childNodes].map(inline).join("");
  if (node.localName === "br") return "\n";
  if (!words.trim()) return words;
  const around = (mark) => words.replace(/^(\s*)([\s\S]*?)(\s*)$/, `$1${mark}$2${mark}$3`);
  const isBold = /^(b|strong)$/.test(node.localName) || /font-weight:\s*(bold|[6-9]00)/i.test(node.getAttribute("style") ?? "");
  if (node.localName === "a") {
    const address = node.getAttribute("href");
    return linkable(address) ? `[${words.trim()}](${address.replace(/[\s<>]/g, encodeURIComponent).replaceAll("(", "%28").replaceAll(")", "%29")})` : words;
  }
  return isBold && !/^h[1-6]$/.test(node.localName) && !words.includes("**") ? around("**") : words;
}

const lineOf = (element) => inline(element).replace(/\s*\n\s*/g, " ").trim();

function table(element) {
  const rows = [...element.querySelectorAll("tr")].map((row) => [...row.cells].map((cell) => lineOf(cell).replaceAll("|", "\\|")));
  if (rows.length < 2) return rows.flat().join("\n\n");
  const width = Math.max(...rows.map((row) => row.length));
  const line = (cells) => `| ${Array.from({ length: width }, (_, at) => cells[at] ?? "").join(" | ")} |`;
  return [`:::table ${element.caption ? lineOf(element.caption) : ""}`.trimEnd(), line(rows[0]), line(Array(width).fill("---")), ...rows.slice(1).map(line), ":::"].join("\n");
}

function list(element) {
  const mark = element.localName === "ol" ? (at) => `${at + 1}. ` : () => "- ";
  const items = [...element.children].filter((item) => item.localName === "li");
  return items.map((item, at) => mark(at) + lineOf(item)).join("\n");
}

// Word's own lists are paragraphs that only look like a list.
function wordListMark(element) {
  if (!/MsoList(?:Paragraph|Bullet|Number)/i.test(element.className) && !/mso-list:\s*l\d/i.test(element.getAttribute("style") ?? "")) return null;
  const bullet = element.querySelector('[style*="mso-list"]')?.textContent ?? "";
  return /\d|[a-z][.)]/i.test(bullet.replace(/\bo\b/, "")) ? "1. " : "- ";
}

function blocks(parent, out) {
  for (const node of parent.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) {
      if (node.data.trim()) out.push({ text: escaped(node.data).trim() });
      continue;
    }
    if (node.nodeType !== Node.ELEMENT_NODE || /^(style|script|meta|link|title|head|xml|o:p)$/.test(node.localName)) continue;
    const heading = /^h([1-6])$/.exec(node.localName);
    if (heading) {
      const words = lineOf(node).replaceAll("**", "");
      // The page has its title already, so Word's first heading becomes the second level.
      if (words) out.push({ text: `${"#".repeat(Math.min(4, Math.max(2, Number(heading[1]))))} ${words}` });
    } else if (node.localName === "table") {
      out.push({ text: table(node) });
    } else if (/^[uo]l$/.test(node.localName)) {
      out.push({ text: list(node) });
    } else if (node.localName === "p") {
      const mark = wordListMark(node);
      const words = mark ? lineOf(node) : inline(node).trim().replace(/\s*\n\s*/g, "\n");
      if (words) out.push({ text: (mark ?? "") + words, isItem: Boolean(mark) });
    } else if (node.querySelector("p, h1, h2, h3, h4, h5, h6, ul, ol, table, div")) {
      blocks(node, out);
    } else {
      const words = lineOf(node);
      if (words) out.push({ text: words });
    }
  }
}

/** @param {string} html what the clipboard holds @returns {string} Markdown */
export function markdownOf(html) {
  const found = [];
  blocks(new DOMParser().parseFromString(html, "text/html").body, found);
  return found.map((block, at) => (at === 0 ? "" : block.isItem && found[at - 1].isItem ? "\n" : "\n\n") + block.text).join("");
}
