package care.baton.note;

import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.Holder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A contact as it stands on the record.
 *
 * @param number 1 for the first on the record, one more for each
 * @param contact the contact
 * @param by who made it
 * @param at when it was made, as told; else when it was recorded, by the host's clock
 * @param judged what it was said to be worth, first to last
 * @param inError why it does not count, where it never was
 */
public record Logged(int number, Contact contact, Holder by, Instant at, List<Judged> judged, Optional<Code> inError) {

    /**
     * What a contact was said to be worth.
     *
     * @param worth what it was worth
     * @param rule the rule that says so; empty where the person does
     * @param by who said so, or let the rule say so
     * @param reason why
     */
    public record Judged(Worth worth, Optional<Code> rule, Holder by, Code reason) {
        /** Checks that nothing is absent. */
        public Judged {
            Objects.requireNonNull(worth, "worth");
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** Copies the list. */
    public Logged {
        Objects.requireNonNull(contact, "contact");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(inError, "inError");
        judged = Copy.of(judged, "judged");
    }

    /**
     * What it was worth, as was said last.
     *
     * @return undetermined while nobody has said
     */
    public Worth worth() {
        return judged.isEmpty()
                ? new Worth.Undetermined()
                : judged.get(judged.size() - 1).worth();
    }

    /**
     * Whether it counts.
     *
     * @return false once it was marked in error
     */
    public boolean counts() {
        return inError.isEmpty();
    }

    Logged judged(Judged now) {
        List<Judged> all = new ArrayList<>(judged);
        all.add(now);
        return new Logged(number, contact, by, at, all, inError);
    }

    Logged inError(Code reason) {
        return new Logged(number, contact, by, at, judged, Optional.of(reason));
    }
}
