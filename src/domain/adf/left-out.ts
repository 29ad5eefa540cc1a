/**
 * Stands for what a text cannot show. Signs, not words: whoever reads a comment for the visitor's page does not know
 * their language, and these are understood in each.
 */
export const LEFT_OUT = '[…]';
