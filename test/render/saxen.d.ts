/** The part of the XML parser that the tests use; it brings no types. */
declare module "saxen" {
  export class Parser {
    on(
      event: "openTag",
      seen: (
        name: string,
        attributes: () => Readonly<Record<string, string>>,
        decode: (text: string) => string,
      ) => void,
    ): this;
    on(event: "error" | "warn", seen: (problem: Error) => void): this;
    parse(xml: string): this;
  }
}
