/** What passes for an e-mail address. Whether it works, only a message can tell. */
export const emailPattern = /^\S+@\S+\.\S+$/;
