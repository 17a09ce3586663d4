package care.baton.consent;

import care.baton.consent.Given.Standing;
import care.baton.consent.Sharing.Why;
import care.baton.history.Index;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was decided about sharing on one record, and what especially protects what is on it. Nothing may be
 * shared unless a consent in force says so, and a refusal in force overrules every consent.
 *
 * <p>It speaks of what goes to others by the person's leave. What the person, or whoever keeps the record, may see of
 * it, it does not say.
 */
public final class Consents {

    private static final Consents NONE = new Consents(Index.empty(), Index.empty());

    private final Index<Integer, Given> given;
    private final Index<Code, List<Sensitivity>> labels;

    private Consents(Index<Integer, Given> given, Index<Code, List<Sensitivity>> labels) {
        this.given = given;
        this.labels = labels;
    }

    /**
     * Nobody was asked yet: nothing may be shared.
     *
     * @return no consents
     */
    public static Consents none() {
        return NONE;
    }

    /**
     * All decisions in the order in which they were recorded, those that no longer count too.
     *
     * @return the decisions
     */
    public List<Given> all() {
        return given.values();
    }

    /**
     * One decision.
     *
     * @param number which, from 1
     * @return the decision, if there is one of that number
     */
    public Optional<Given> get(int number) {
        return given.get(number);
    }

    /**
     * A piece of information with what protects it on this record now.
     *
     * @param item which
     * @return the item with its labels
     */
    public Information information(Code item) {
        Objects.requireNonNull(item, "item");
        return new Information(item, labels.get(item).orElse(List.of()));
    }

    /**
     * What is especially protected.
     *
     * @return each item that has a label, in the order of their names
     */
    public List<Code> labelled() {
        List<Code> items = new ArrayList<>();
        labels.forEach(row -> items.add(row.key()));
        return Collections.unmodifiableList(items);
    }

    /**
     * Whether a piece of information may be shared.
     *
     * @param what the information, with all that protects it
     * @param at the host's clock
     * @param to who would see it
     * @param purpose what for
     * @return yes or no, and why
     */
    public Sharing sharing(Information what, Instant at, Audience to, Purpose purpose) {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(purpose, "purpose");
        Optional<Given> no = standing(at)
                .filter(g -> g.consent().refuses(at, to, purpose))
                .filter(g -> g.consent().scope().holdsBack(what))
                .findFirst();
        Optional<Given> yes = standing(at)
                .filter(g -> g.consent().permits(at, to, purpose))
                .filter(g -> g.consent().scope().reaches(what))
                .findFirst();
        return no.map(g -> sharing(Why.REFUSED, g))
                .or(() -> yes.map(g -> sharing(Why.PERMITTED, g)))
                .orElseGet(() -> notPermitted(at, to));
    }

    /**
     * Whether a piece of information may be shared.
     *
     * @param item which; what protects it is looked up on this record
     * @param at the host's clock
     * @param to who would see it
     * @param purpose what for
     * @return true only when a consent in force covers it and nothing refuses it
     */
    public boolean permits(Code item, Instant at, Audience to, Purpose purpose) {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(purpose, "purpose");
        return sharing(information(item), at, to, purpose).isPermitted();
    }

    /**
     * Whether everything may be shared that nothing especially protects.
     *
     * @param at the host's clock
     * @param to who would see it
     * @param purpose what for
     * @return true only when a consent in force speaks of everything and no refusal keeps any ordinary item back
     */
    public boolean permits(Instant at, Audience to, Purpose purpose) {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(purpose, "purpose");
        boolean yes = standing(at)
                .anyMatch(
                        g -> g.consent().permits(at, to, purpose) && g.consent().scope() instanceof Scope.Everything);
        boolean no = standing(at)
                .filter(g -> g.consent().refuses(at, to, purpose))
                .anyMatch(g -> g.consent().scope().labels().isEmpty());
        return yes && !no;
    }

    private Stream<Given> standing(Instant at) {
        return given.values().stream().filter(g -> g.stoodAt(at));
    }

    /** The newest decision that speaks of the audience says why not. */
    private Sharing notPermitted(Instant at, Audience to) {
        return given.values().stream()
                .filter(g -> g.consent().choice() == Consent.Choice.PERMIT)
                .filter(g -> g.standing() != Standing.RECORDED_IN_ERROR && g.standing() != Standing.REPLACED)
                .filter(g -> !at.isBefore(g.at()) && g.consent().addresses(to))
                .max(Comparator.comparing(Given::number))
                .map(g -> sharing(why(g, at), g))
                .orElse(new Sharing(Why.NOT_ASKED, Optional.empty()));
    }

    private static Why why(Given given, Instant at) {
        if (!given.stoodAt(at)) {
            return Why.REVOKED;
        }
        if (at.isBefore(given.consent().from())) {
            return Why.NOT_YET;
        }
        return given.consent().until().filter(end -> !at.isBefore(end)).isPresent() ? Why.EXPIRED : Why.NOT_COVERED;
    }

    private static Sharing sharing(Why why, Given by) {
        return new Sharing(why, Optional.of(by.number()));
    }

    /**
     * After one more decision was recorded.
     *
     * @param number its number on the record
     * @param consent what was decided
     * @param replaces the decision that it takes the place of from then on, if any
     * @param by who wrote it down
     * @param at when, by the host's clock
     * @return what stands then
     */
    public Consents recorded(int number, Consent consent, Optional<Integer> replaces, Holder by, Instant at) {
        Objects.requireNonNull(consent, "consent");
        Objects.requireNonNull(replaces, "replaces");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
        Consents before = replaces.map(old -> ended(old, Standing.REPLACED, Optional.of(at)))
                .orElse(this);
        Given added = new Given(number, consent, by, at, Standing.COUNTS, Optional.empty());
        return new Consents(before.given.with(number, added), labels);
    }

    /**
     * After a consent was taken back.
     *
     * @param number which
     * @param at since when it means nothing, by the host's clock
     * @return what stands then
     */
    public Consents revoked(int number, Instant at) {
        Objects.requireNonNull(at, "at");
        return ended(number, Standing.REVOKED, Optional.of(at));
    }

    /**
     * After a decision was found to be none of this person's, or never to have been made.
     *
     * @param number which
     * @return what stands then
     */
    public Consents markedInError(int number) {
        return ended(number, Standing.RECORDED_IN_ERROR, Optional.empty());
    }

    private Consents ended(int number, Standing how, Optional<Instant> when) {
        return get(number)
                .map(g -> new Consents(given.with(number, g.ends(how, when)), labels))
                .orElse(this);
    }

    /**
     * After something was marked as especially protected.
     *
     * @param item which
     * @param label by what
     * @return what stands then
     */
    public Consents labelled(Code item, Sensitivity label) {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(label, "label");
        List<Sensitivity> now = Stream.concat(information(item).labels().stream(), Stream.of(label))
                .distinct()
                .sorted()
                .toList();
        return new Consents(given, labels.with(item, now));
    }

    /**
     * After something was found not to be protected by this.
     *
     * @param item which
     * @param label by what
     * @return what stands then
     */
    public Consents unlabelled(Code item, Sensitivity label) {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(label, "label");
        List<Sensitivity> now =
                information(item).labels().stream().filter(l -> l != label).toList();
        return new Consents(given, now.isEmpty() ? labels.without(item) : labels.with(item, now));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Consents that && given.equals(that.given) && labels.equals(that.labels);
    }

    @Override
    public int hashCode() {
        return Objects.hash(given, labels);
    }

    /** How many decisions there are. */
    @Override
    public String toString() {
        return "Consents[" + given.size() + "]";
    }
}
