package care.baton.fhir.exchange;

/** What may go wrong with one exchange between a client and a server. */
enum Fault {
    /** Nothing. */
    NONE,
    /** The request is lost; the client is cut off. */
    LOST,
    /** The request is carried out; its answer is lost. */
    ANSWER_LOST,
    /** The request arrives twice; the second answer is the one that comes back. */
    TWICE,
    /** The request is carried out and answered, and a copy of it arrives again later. */
    COPY_LATER,
    /** No answer; the request arrives later. */
    LATE,
    /** 409 from something in between; nothing was done. */
    CONFLICT_409,
    /** 412 from something in between; nothing was done. */
    CONFLICT_412,
    /** 429 with Retry-After; nothing was done. */
    TOO_MANY,
    /** 500; nothing was done. */
    FAILS,
    /** 500; it was carried out. */
    FAILS_AFTER,
    /** 502; it was carried out. */
    BAD_GATEWAY_AFTER,
    /** 503 with Retry-After; nothing was done. */
    UNAVAILABLE,
    /** 503; it was carried out. */
    UNAVAILABLE_AFTER,
    /** 504; it was carried out. */
    TIMEOUT_AFTER,
    /** It was carried out; half the body comes back. */
    HALF,
    /** 200 and a page of something in between; nothing was done. */
    PAGE,
    /** It was carried out, and answered without a body. */
    BARE;

    /** Whether the server carries the request out before the client hears of it. */
    boolean arrives() {
        return switch (this) {
            case LOST, LATE, CONFLICT_409, CONFLICT_412, TOO_MANY, FAILS, UNAVAILABLE, PAGE -> false;
            default -> true;
        };
    }

    /** Whether the client is cut off without an answer. */
    boolean cutsOff() {
        return this == LOST || this == ANSWER_LOST || this == LATE;
    }
}
