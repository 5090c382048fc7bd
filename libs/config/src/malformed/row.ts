import type { Changes } from '../sample-files';

/** One malformed configuration: the sample world with a change, and every word of what is said about it. */
export interface MalformedRow {
  /** Ends the sentence `rejects ...`. */
  readonly rejects: string;
  readonly change: Changes;
  /** The whole text of the error; a list has one line per problem. */
  readonly says: string | readonly string[];
}
