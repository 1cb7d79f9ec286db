import { publicStyle } from '@opendpf/kit/server'

/**
 * Made for a phone at a ticket desk: the answer fills the width. Yes is a circle, no is a square, cannot say is a diamond, each with its sign
 * and its word: colour only repeats them.
 */
export const style = `${publicStyle}
header, main { max-width: 40rem; }
header { justify-content: end; }
h1 { margin-top: 0; }
textarea { max-width: none; overflow-wrap: anywhere; }
button { width: 100%; margin-top: 0; }
video { width: 100%; max-height: 60vh; background: #1a1a1a; }
.answer { border: 4px solid; padding: 1rem; margin: 1rem 0; overflow-wrap: anywhere; }
.answer-yes { border-color: #0a5c2b; }
.answer-no { border-color: #a40000; }
.answer-unsure { border-color: #6b4a00; border-style: dashed; }
.verdict { display: flex; align-items: center; gap: 1rem; font-size: 2.2rem; line-height: 1.2; margin: 0; }
.verdict:focus { outline: none; }
.sign { flex: none; display: grid; place-items: center; width: 3.4rem; height: 3.4rem; color: #fff; font-size: 2rem; }
.sign-yes { background: #0a5c2b; border-radius: 50%; }
.sign-no { background: #a40000; }
.sign-unsure { background: #6b4a00; clip-path: polygon(50% 0, 100% 50%, 50% 100%, 0 50%); }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .6rem; } }
@media (forced-colors: active) { .sign { border: 3px solid; forced-color-adjust: auto; } }`
