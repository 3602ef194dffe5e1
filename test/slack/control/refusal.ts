/** Control input that is wrong; the message is a sentence that says what would be right. Answered with 400. */
export class Refusal extends Error {}
