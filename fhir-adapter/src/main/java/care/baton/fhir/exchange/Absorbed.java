package care.baton.fhir.exchange;

import care.baton.evidence.Entry;
import care.baton.fhir.MappingIssue;
import care.baton.outcome.Copy;
import care.baton.outcome.Refusal;
import care.baton.record.CoordinationRecord;
import java.util.List;
import java.util.Objects;

/**
 * What came of an answer. Store the entries and the links in one transaction.
 *
 * @param record the record afterwards
 * @param entries the new entries; none when it told us nothing new
 * @param links the links afterwards
 * @param messages what the partner wrote and a person has to read
 * @param issues what was remarked while reading; discrepancies among it
 * @param refusals what the partner did that the record does not take
 * @param repeated how many more remarks there were: the same ones again, or beyond the hundredth
 */
public record Absorbed(
        CoordinationRecord record,
        List<Entry> entries,
        Links links,
        List<Message> messages,
        List<MappingIssue> issues,
        List<Refusal> refusals,
        int repeated) {

    /** Copies the lists. */
    public Absorbed {
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(links, "links");
        entries = Copy.of(entries, "entries");
        messages = Copy.of(messages, "messages");
        issues = Copy.of(issues, "issues");
        refusals = Copy.of(refusals, "refusals");
    }

    Absorbed(
            CoordinationRecord record,
            List<Entry> entries,
            Links links,
            List<Message> messages,
            List<MappingIssue> issues,
            List<Refusal> refusals) {
        this(record, entries, links, messages, issues, refusals, 0);
    }
}
