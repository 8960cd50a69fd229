/** How far the reading of a file is: the bytes so far, and how many there are where that is known. */
export type Progress = (file: string, bytes: number, total: number | null) => void;
