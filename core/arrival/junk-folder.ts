/**
 * What mail servers, providers and people call the folder where nobody looks (RFC 6154 names it \Junk): in English, as GMX and WEB.DE do, and as
 * Exchange and Outlook.com name it for readers of other languages, in the modified UTF-7 of IMAP or as it is read.
 */
const NAMES = [
  "junk(?:[ -]?e-?mail|[ -]mail)?",
  "spam(?:[ -]?mail|verdacht)?",
  "bulk(?:[ -]mail)?",
  "courrier ind(?:é|&AOk-)sirable",
  "pourriel",
  "correo no deseado",
  "posta indesiderata",
  "lixo eletr(?:ô|&APQ-)nico",
  "ongewenste e-mail",
  "skr(?:ä|&AOQ-)ppost",
  "s(?:ø|&APg-)ppelpost",
  "wiadomo(?:ś|&AVs-)ci-(?:ś|&AVs-)mieci",
];
const JUNK = new RegExp(String.raw`(?:^|[/.\\])(?:${NAMES.join("|")})$`, "i");

/** Whether a folder is the one for junk, by its name. */
export function isJunkFolder(folder: string): boolean {
  return JUNK.test(folder);
}
