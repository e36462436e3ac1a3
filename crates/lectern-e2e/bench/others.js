// Other readers of English text that run in a browser, each as a function from a text to what it found.
// Bundled by `cargo xtask bench` with the packages' own code.
import compromise from "compromise";
import winkNLP from "wink-nlp";
import model from "wink-eng-lite-web-model";

const wink = winkNLP(model, ["ner"]);

window.others = {
  compromise(text) {
    const read = compromise(text);
    return [read.quotations().out("array"), read.people().out("array")];
  },
  "wink-nlp"(text) {
    return wink.readDoc(text).entities().out();
  },
};

// Milliseconds for all texts, the median of several rounds after one to warm up.
window.timed = (name, texts, rounds) => {
  const read = window.others[name];
  const once = () => {
    const began = performance.now();
    for (const text of texts) read(text);
    return performance.now() - began;
  };
  once();
  const times = Array.from({ length: rounds }, once).sort((a, b) => a - b);
  return times[times.length >> 1];
};
