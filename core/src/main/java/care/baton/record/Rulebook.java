package care.baton.record;

import care.baton.disclosure.DisclosureRules;
import care.baton.disclosure.EmergencyRule;
import care.baton.history.Index;
import care.baton.note.NoteRules;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.outcome.Near;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Digest;
import care.baton.pathway.Pathway;
import care.baton.pathway.PersonProfile;
import care.baton.pathway.RoleDescription;
import care.baton.plan.Protocol;
import care.baton.risk.PatternRule;
import care.baton.risk.RiskRules;
import care.baton.time.ServiceCalendar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The definitions and the calendar by which a host runs its records. A running pathway keeps the version
 * it began with, so every version that still runs is in here. Keep it: it fingerprints each definition once.
 */
public final class Rulebook {

    private final List<Pathway> pathways;
    private final ServiceCalendar calendar;
    private final NoteRules notes;
    private final RiskRules risks;
    private final DisclosureRules disclosure;
    private final List<Protocol> protocols;
    private final PersonProfile profile;
    private final Index<Digest, Pathway> byHash;

    /**
     * These definitions and this calendar; notes, risks and what is shown by the rules that we ship.
     *
     * @param pathways the definitions, each version once
     * @param calendar the service's calendar
     * @throws IllegalArgumentException if a version of a definition is there twice
     */
    public Rulebook(List<Pathway> pathways, ServiceCalendar calendar) {
        this.calendar = Objects.requireNonNull(calendar, "calendar");
        this.notes = NoteRules.standard();
        this.risks = RiskRules.standard();
        this.disclosure = DisclosureRules.standard();
        this.protocols = List.of(Protocol.coordinatedCare());
        this.profile = PersonProfile.standard();
        this.pathways = Copy.of(pathways, "pathways");
        long distinct = this.pathways.stream()
                .map(p -> List.of(p.id(), p.version()))
                .distinct()
                .count();
        if (distinct != this.pathways.size()) {
            throw new IllegalArgumentException("pathways: each version once");
        }
        Index<Digest, Pathway> hashed = Index.empty();
        for (Pathway pathway : this.pathways) {
            hashed = hashed.with(pathway.hash(), pathway);
        }
        this.byHash = hashed;
    }

    private Rulebook(
            Rulebook other,
            NoteRules notes,
            RiskRules risks,
            DisclosureRules disclosure,
            List<Protocol> protocols,
            PersonProfile profile) {
        this.pathways = other.pathways;
        this.calendar = other.calendar;
        this.byHash = other.byHash;
        this.notes = Objects.requireNonNull(notes, "notes");
        this.risks = Objects.requireNonNull(risks, "risks");
        this.disclosure = Objects.requireNonNull(disclosure, "disclosure");
        this.protocols = Copy.of(protocols, "protocols");
        this.profile = Objects.requireNonNull(profile, "profile");
    }

    /**
     * The same, and notes are told by these rules.
     *
     * @param notes by what rules notes are told
     * @return the rulebook
     */
    public Rulebook with(NoteRules notes) {
        return new Rulebook(this, notes, risks, disclosure, protocols, profile);
    }

    /**
     * The same, and risks are seen by these rules.
     *
     * @param risks by what rules risks are seen
     * @return the rulebook
     */
    public Rulebook with(RiskRules risks) {
        return new Rulebook(this, notes, risks, disclosure, protocols, profile);
    }

    /**
     * The same, and a record is shown by these rules.
     *
     * @param disclosure by what rules a record is shown
     * @return the rulebook
     */
    public Rulebook with(DisclosureRules disclosure) {
        return new Rulebook(this, notes, risks, disclosure, protocols, profile);
    }

    /**
     * The same, and plans follow these protocols.
     *
     * @param protocols the protocols, each version once
     * @return the rulebook
     * @throws IllegalArgumentException if a version of a protocol is there twice
     */
    public Rulebook with(List<Protocol> protocols) {
        Rulebook made = new Rulebook(this, notes, risks, disclosure, protocols, profile);
        long distinct = made.protocols.stream()
                .map(p -> List.of(p.id(), p.version()))
                .distinct()
                .count();
        if (distinct != made.protocols.size()) {
            throw new IllegalArgumentException("protocols: each version once");
        }
        return made;
    }

    /**
     * The same, and this is asked about the person.
     *
     * @param profile what is asked about the person themself
     * @return the rulebook
     */
    public Rulebook with(PersonProfile profile) {
        return new Rulebook(this, notes, risks, disclosure, protocols, profile);
    }

    /**
     * The definitions.
     *
     * @return each version once
     */
    public List<Pathway> pathways() {
        return pathways;
    }

    /**
     * The service's calendar.
     *
     * @return the days and hours, and the time zone
     */
    public ServiceCalendar calendar() {
        return calendar;
    }

    /**
     * By what rules notes are told.
     *
     * @return the rules
     */
    public NoteRules notes() {
        return notes;
    }

    /**
     * By what rules risks are seen.
     *
     * @return the rules
     */
    public RiskRules risks() {
        return risks;
    }

    /**
     * By what rules a record is shown.
     *
     * @return the rules
     */
    public DisclosureRules disclosure() {
        return disclosure;
    }

    /**
     * The protocols that plans follow.
     *
     * @return each version once
     */
    public List<Protocol> protocols() {
        return protocols;
    }

    /**
     * What is asked about the person themself.
     *
     * @return the profile
     */
    public PersonProfile profile() {
        return profile;
    }

    /**
     * One version of one definition.
     *
     * @param id the pathway
     * @param version its version
     * @return the definition, if it is in here
     */
    public Optional<Pathway> pathway(Code id, int version) {
        Objects.requireNonNull(id, "id");
        return pathways.stream()
                .filter(p -> p.id().equals(id) && p.version() == version)
                .findFirst();
    }

    /**
     * Roles that the rules for risks name and that no definition here has: what they are to review or to hear would lie
     * with nobody. To be asked when a host starts, of rules of its own.
     *
     * @return each with its place in the rules and the names most like it; none where all are known
     */
    public List<Refusal> faults() {
        List<Code> roles = pathways.stream()
                .flatMap(p -> p.roles().stream())
                .map(RoleDescription::code)
                .distinct()
                .toList();
        List<Refusal> faults = new ArrayList<>();
        for (PatternRule rule : risks.patterns()) {
            String path = "rules/patterns/" + rule.code();
            Stream.concat(Stream.of(rule.proposal().reviewer()), rule.proposal().tell().stream())
                    .filter(role -> !roles.contains(role))
                    .map(role ->
                            Refusal.of(Reason.NAME_UNKNOWN, path + "/" + role).instead(Near.to(role, roles)))
                    .forEach(faults::add);
        }
        return Collections.unmodifiableList(faults);
    }

    /** Whether a definition, or a rule of notes, risks or disclosure, lets this role do or see what others may not. */
    boolean opensDoors(Code role) {
        EmergencyRule emergency = disclosure.emergency();
        return pathways.stream()
                        .flatMap(p -> p.roles().stream())
                        .anyMatch(one -> one.code().equals(role))
                || emergency.roles().contains(role)
                || emergency.reviewer().equals(role)
                || notes.reviewer().equals(role)
                || risks.patterns().stream()
                        .anyMatch(rule -> rule.proposal().reviewer().equals(role))
                || profile.attributes().stream()
                        .anyMatch(a -> a.asked().suppliers().contains(role))
                || disclosure.allowances().stream().anyMatch(line -> line.role().equals(Optional.of(role)));
    }

    /** The fingerprint of one of these, as it was worked out once. */
    Digest hash(Pathway pathway) {
        for (Index.Row<Digest, Pathway> row : byHash) {
            if (row.value().id().equals(pathway.id()) && row.value().version() == pathway.version()) {
                return row.key();
            }
        }
        return pathway.hash();
    }

    Optional<Pathway> of(PathwayRun run) {
        return byHash.get(run.hash()).filter(p -> p.id().equals(run.pathway()) && p.version() == run.version());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Rulebook that
                && pathways.equals(that.pathways)
                && calendar.equals(that.calendar)
                && notes.equals(that.notes)
                && risks.equals(that.risks)
                && disclosure.equals(that.disclosure)
                && protocols.equals(that.protocols)
                && profile.equals(that.profile);
    }

    @Override
    public int hashCode() {
        return Objects.hash(pathways, calendar, notes, risks, disclosure, protocols, profile);
    }

    /** How many definitions there are. */
    @Override
    public String toString() {
        return "Rulebook[" + pathways.size() + "]";
    }
}
