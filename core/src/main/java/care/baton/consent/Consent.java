package care.baton.consent;

import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.time.Horizon;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the person, or somebody for them, decided about sharing: yes or no, what, with whom, what for, from when until
 * when. A no has no end of its own: only another decision takes its place, so that time alone never opens anything
 * that was closed.
 *
 * @param choice yes or no
 * @param scope what it speaks of
 * @param recipients with whom; at least one
 * @param purposes what for; at least one
 * @param giver whose decision it is
 * @param form how it was given
 * @param from from when, by the host's clock; it never counts before it was recorded
 * @param until until when, exclusive; empty for a yes that is open-ended, and for a no
 * @param reason why, in a code, which is not erased; the person need not say it
 */
public record Consent(
        Choice choice,
        Scope scope,
        List<Audience> recipients,
        List<Purpose> purposes,
        Giver giver,
        Form form,
        Instant from,
        Optional<Instant> until,
        Optional<Code> reason) {

    /** Yes or no. */
    public enum Choice {
        /** It may be shared. */
        PERMIT,
        /** It may not, whatever else was said. */
        REFUSE
    }

    /** How a consent was given. */
    public enum Form {
        /** Signed on paper. */
        WRITTEN,
        /** Signed electronically. */
        ELECTRONIC,
        /** Said, and written down by whoever heard it. */
        SPOKEN
    }

    /**
     * Copies the lists and checks the whole.
     *
     * @throws IllegalArgumentException if nobody or no purpose is named, an instant lies outside the {@link Horizon},
     *     the end is not after the start, a no has an end, or a yes to what 42 CFR Part 2 protects was only said
     */
    public Consent {
        Objects.requireNonNull(choice, "choice");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(giver, "giver");
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(reason, "reason");
        recipients = Copy.of(recipients, "recipients");
        purposes = Copy.of(purposes, "purposes");
        Horizon.check(Objects.requireNonNull(from, "from"), "from");
        Objects.requireNonNull(until, "until").ifPresent(end -> Horizon.check(end, "until"));
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("recipients: at least one");
        }
        if (purposes.isEmpty()) {
            throw new IllegalArgumentException("purposes: at least one");
        }
        if (until.isPresent() && (choice == Choice.REFUSE || !until.get().isAfter(from))) {
            throw new IllegalArgumentException("until: after from, and none for a refusal");
        }
        if (choice == Choice.PERMIT && form == Form.SPOKEN && scope.labels().contains(Sensitivity.SUBSTANCE_USE)) {
            throw new IllegalArgumentException("form: in writing for substance use");
        }
    }

    /**
     * A decision of which nobody said why.
     *
     * @param choice yes or no
     * @param scope what it speaks of
     * @param recipients with whom; at least one
     * @param purposes what for; at least one
     * @param giver whose decision it is
     * @param form how it was given
     * @param from from when
     * @param until until when, exclusive
     */
    public Consent(
            Choice choice,
            Scope scope,
            List<Audience> recipients,
            List<Purpose> purposes,
            Giver giver,
            Form form,
            Instant from,
            Optional<Instant> until) {
        this(choice, scope, recipients, purposes, giver, form, from, until, Optional.empty());
    }

    /**
     * A yes.
     *
     * @param scope what may be shared
     * @param recipient with whom
     * @param purpose what for
     * @param giver whose decision it is
     * @param form how it was given
     * @param from from when
     * @return the consent, open-ended
     */
    public static Consent permit(
            Scope scope, Audience recipient, Purpose purpose, Giver giver, Form form, Instant from) {
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(purpose, "purpose");
        return new Consent(
                Choice.PERMIT, scope, List.of(recipient), List.of(purpose), giver, form, from, Optional.empty());
    }

    /**
     * A no.
     *
     * @param scope what may not be shared
     * @param recipient with whom
     * @param purpose what for
     * @param giver whose decision it is
     * @param form how it was given
     * @param from from when
     * @return the refusal
     */
    public static Consent refuse(
            Scope scope, Audience recipient, Purpose purpose, Giver giver, Form form, Instant from) {
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(purpose, "purpose");
        return new Consent(
                Choice.REFUSE, scope, List.of(recipient), List.of(purpose), giver, form, from, Optional.empty());
    }

    /**
     * The same, with an end.
     *
     * @param end until when, exclusive, by the host's clock
     * @return the consent
     * @throws IllegalArgumentException if it is not after the start, or this is a no
     */
    public Consent until(Instant end) {
        return new Consent(choice, scope, recipients, purposes, giver, form, from, Optional.of(end), reason);
    }

    /**
     * The same, with why: somebody of the family works there, say.
     *
     * @param why the reason, in a code
     * @return the consent
     */
    public Consent because(Code why) {
        return new Consent(choice, scope, recipients, purposes, giver, form, from, until, Optional.of(why));
    }

    /**
     * Whether it is a yes for this audience and purpose at an instant, as far as it says by itself. Whether it was
     * recorded, taken back or overruled, {@link Consents} says.
     *
     * @param at the host's clock
     * @param to who would see it
     * @param purpose what for
     * @return true when it is
     */
    public boolean permits(Instant at, Audience to, Purpose purpose) {
        return choice == Choice.PERMIT
                && coversAt(at)
                && purposes.contains(purpose)
                && recipients.stream().anyMatch(r -> r.includes(to));
    }

    /**
     * Whether it is a no for anybody in this audience, for this purpose, at an instant.
     *
     * @param at the host's clock
     * @param to who would see it
     * @param purpose what for
     * @return true when it is
     */
    public boolean refuses(Instant at, Audience to, Purpose purpose) {
        return choice == Choice.REFUSE && coversAt(at) && purposes.contains(purpose) && addresses(to);
    }

    /**
     * Whether anybody in this audience was asked about.
     *
     * @param to who would see it
     * @return true when a recipient may be among them
     */
    public boolean addresses(Audience to) {
        return recipients.stream().anyMatch(r -> r.meets(to));
    }

    private boolean coversAt(Instant at) {
        return !at.isBefore(from) && until.map(at::isBefore).orElse(true);
    }

    /** The kind of value only: what somebody protects says something about them. */
    @Override
    public String toString() {
        return "Consent";
    }
}
