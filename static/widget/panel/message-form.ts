/** Id of the form that sends the message: before the first one, name and e-mail go with it. */
export const MESSAGE_FORM = 'say';
