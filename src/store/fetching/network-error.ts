/** No whole answer came; `again` where another try may get one. */
export class NetworkError extends Error {
  override name = "NetworkError";
  constructor(
    message: string,
    readonly again: boolean,
  ) {
    super(message);
  }
}

const certificates: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: "has expired",
  CERT_NOT_YET_VALID: "is not valid yet (is the clock right?)",
  ERR_TLS_CERT_ALTNAME_INVALID: "is that of another host",
  DEPTH_ZERO_SELF_SIGNED_CERT: "is signed by itself",
  SELF_SIGNED_CERT_IN_CHAIN: "is signed by an authority that is not known",
  UNABLE_TO_GET_ISSUER_CERT: "is signed by an authority that is not known",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "is signed by an authority that is not known",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "is signed by an authority that is not known",
};

const connections: Readonly<Record<string, string>> = {
  ECONNREFUSED: "refuses the connection",
  ENOTFOUND: "is not found (is there a network?)",
  EAI_AGAIN: "is not found (is there a network?)",
  ENETUNREACH: "cannot be reached (is there a network?)",
  EHOSTUNREACH: "cannot be reached (is there a network?)",
  UND_ERR_CONNECT_TIMEOUT: "cannot be reached",
  ECONNRESET: "ended the connection before the answer was whole",
  EPIPE: "ended the connection before the answer was whole",
  UND_ERR_SOCKET: "ended the connection before the answer was whole",
  UND_ERR_REQ_CONTENT_LENGTH_MISMATCH: "ended the connection before the answer was whole",
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: "ended the connection before the answer was whole",
  ERR_STREAM_PREMATURE_CLOSE: "ended the connection before the answer was whole",
  Z_BUF_ERROR: "ended the connection before the answer was whole",
  Z_DATA_ERROR: "sent an archive that is damaged",
};

/** What went wrong between here and a host, in one line. */
export function networkError(error: unknown, host: string, patience: number): NetworkError {
  const code = codeOf(error);
  if (code in certificates) {
    const why = `the certificate of ${host} ${certificates[code]}`;
    return new NetworkError(
      `${why} (behind a proxy that opens connections, name its certificate in NODE_EXTRA_CA_CERTS)`,
      false,
    );
  }
  if (code === "UND_ERR_HEADERS_TIMEOUT" || code === "UND_ERR_BODY_TIMEOUT") {
    return new NetworkError(`${host} sent nothing for ${patience / 1000} seconds`, true);
  }
  if (code in connections) return new NetworkError(`${host} ${connections[code]}`, true);
  const proxy = /Proxy response \((\d+)\)/.exec(messageOf(error));
  if (proxy) {
    return new NetworkError(
      `the proxy refuses the connection to ${host} (status ${proxy[1]})`,
      false,
    );
  }
  return new NetworkError(`${host} cannot be asked (${code || messageOf(error)})`, true);
}

/** The code of an error, or of what caused it, or of the first of several. */
function codeOf(error: unknown): string {
  for (let one = error as Caused | undefined, depth = 0; one && depth < 5; depth += 1) {
    const { code } = one;
    if (typeof code === "string" && (code in certificates || code in connections)) return code;
    if (one.cause === undefined && one.errors === undefined) return String(code ?? "");
    one = one.cause ?? one.errors?.[0];
  }
  return "";
}

interface Caused {
  readonly code?: unknown;
  readonly cause?: Caused;
  readonly errors?: readonly Caused[];
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
