package care.baton.note;

import care.baton.party.Holder;
import java.util.Objects;
import java.util.Optional;

/**
 * Somebody who needs to know: who tells them, and what has to come of it.
 *
 * @param recipient who needs to know
 * @param owner the one who tells them; needed before the note is released
 * @param followUp what has to come of it, or expressly nothing; needed before the note is released
 */
public record Addressee(Holder recipient, Optional<Holder> owner, Optional<FollowUp> followUp) {

    /** Checks that nothing is absent. */
    public Addressee {
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(followUp, "followUp");
    }

    /**
     * Somebody who is told, and owes nothing for it.
     *
     * @param recipient who needs to know
     * @param owner the one who tells them
     * @return the addressee
     */
    public static Addressee told(Holder recipient, Holder owner) {
        Objects.requireNonNull(owner, "owner");
        return new Addressee(recipient, Optional.of(owner), Optional.of(new FollowUp.NothingOwed()));
    }

    /**
     * The same, with something that has to come of it.
     *
     * @param owed what, by whom and by when
     * @return the addressee
     */
    public Addressee owing(FollowUp.Owed owed) {
        Objects.requireNonNull(owed, "owed");
        return new Addressee(recipient, owner, Optional.of(owed));
    }

    /**
     * What has to come of it, if anything.
     *
     * @return what is owed, by whom and by when; empty when nothing is, or nobody has said
     */
    public Optional<FollowUp.Owed> owed() {
        return followUp.filter(FollowUp.Owed.class::isInstance).map(FollowUp.Owed.class::cast);
    }
}
