package care.baton.fhir.exchange;

import care.baton.fhir.MappingIssue;
import care.baton.outcome.Code;
import java.util.Objects;
import java.util.Set;

/** What is named as an error and stands all the same: it is recorded, and somebody of ours owes a word on it. */
public final class ForAPerson {

    /** The word is owed by what is recorded with it. */
    private static final Set<Code> BY_THE_RECORD =
            Set.of(AsSender.TERMS_OPEN, AsSender.REASON_NOT_LISTED, AsReceiver.MARK_NOT_KEPT);

    /** Somebody is asked to look. */
    private static final Set<Code> BY_A_LOOK =
            Set.of(AsSender.PARTNER_ASKS, AsSender.ALTERNATIVE, ForeignAsks.REFUSED, Absorber.ANSWER_IN_A_NOTE);

    private ForAPerson() {}

    /** Whether what is recorded with it opens what is owed on it: nobody needs to look besides. */
    static boolean isOwedByTheRecord(Code remark) {
        return BY_THE_RECORD.contains(remark);
    }

    /**
     * Whether an issue only asks a person of ours for a word.
     *
     * @param issue what the exchange has named
     * @return true where what it is about stands, and is not to be turned away for it
     */
    public static boolean includes(MappingIssue issue) {
        Objects.requireNonNull(issue, "issue");
        return BY_THE_RECORD.contains(issue.code()) || BY_A_LOOK.contains(issue.code());
    }
}
