package care.baton.pathway;

import care.baton.evidence.Evidence;
import care.baton.evidence.Fact;
import care.baton.evidence.Grade;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.Sensitive;
import care.baton.pathway.Need.FieldNeed;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is asked about the person themself, whichever pathway runs: how to speak with them, and who they say they are.
 * Each is a field like any other. That an answer was declined, that it is not known and that nothing was recorded are
 * three things.
 *
 * @param attributes what is asked, each field once
 */
public record PersonProfile(List<Attribute> attributes) {

    /** Whether an interpreter is needed: {@code needed} or {@code not-needed}. */
    public static final Code INTERPRETER_NEED = Code.of("interpreter-need");

    /** How the person prefers to be reached. */
    public static final Code PREFERRED_CHANNEL = Code.of("preferred-channel");

    /** How well the person reads and follows what they are told: {@code adequate} or {@code limited}. */
    public static final Code LITERACY_LEVEL = Code.of("literacy-level");

    /** An interpreter is needed. */
    public static final Code NEEDED = Code.of("needed");

    /** The person reads or follows what they are told with difficulty. */
    public static final Code LIMITED = Code.of("limited");

    /** What an attribute is for. */
    public enum Use {
        /** Whoever speaks with the person looks at it first. */
        COMMUNICATION,
        /** It says whether some people are served worse than others. */
        EQUITY
    }

    /**
     * One thing that is asked about the person.
     *
     * @param asked the field, who may record it and how firmly
     * @param use what it is for
     */
    public record Attribute(FieldNeed asked, Use use) {
        /** Checks that nothing is absent. */
        public Attribute {
            Objects.requireNonNull(asked, "asked");
            Objects.requireNonNull(use, "use");
        }
    }

    /**
     * Copies the attributes.
     *
     * @throws IllegalArgumentException if a field is asked twice
     */
    public PersonProfile {
        attributes = Copy.of(attributes, "attributes");
        if (attributes.stream().map(a -> a.asked().item()).distinct().count() != attributes.size()) {
            throw new IllegalArgumentException("attributes: each field once");
        }
    }

    /**
     * What we ship. The roles are ours; the equity attributes are those of USCDI.
     *
     * @return the profile
     */
    public static PersonProfile standard() {
        return new PersonProfile(List.of(
                words("preferences", Use.COMMUNICATION),
                words("culture", Use.COMMUNICATION),
                words("preferred-language", Use.COMMUNICATION),
                chosen(LITERACY_LEVEL, Code.of("adequate"), LIMITED),
                chosen(INTERPRETER_NEED, NEEDED, Code.of("not-needed")),
                chosen(
                        PREFERRED_CHANNEL,
                        Code.of("electronic"),
                        Code.of("secure-message"),
                        Code.of("phone"),
                        Code.of("video"),
                        Code.of("in-person"),
                        Code.of("fax"),
                        Code.of("post")),
                words("race", Use.EQUITY),
                words("ethnicity", Use.EQUITY),
                words("gender-identity", Use.EQUITY),
                words("sexual-orientation", Use.EQUITY),
                words("disability-status", Use.EQUITY)));
    }

    private static Attribute words(String field, Use use) {
        return new Attribute(asked(Code.of(field), Optional.empty()), use);
    }

    private static Attribute chosen(Code field, Code... values) {
        return new Attribute(asked(field, Optional.of(new Holds.OneOf(List.of(values)))), Use.COMMUNICATION);
    }

    private static FieldNeed asked(Code field, Optional<Holds> holds) {
        List<Code> suppliers = List.of(
                Code.of("person"),
                Code.of("case-manager"),
                Code.of("care-coordinator"),
                Code.of("intake-manager"),
                Code.of("supervisor"),
                Code.of("community-health-worker"));
        return new FieldNeed(field, suppliers, Grade.REPORTED_BY_PERSON, true, holds);
    }

    /**
     * The field, if it is asked about the person.
     *
     * @param field which field
     * @return who may record it and what it holds
     */
    public Optional<FieldNeed> asked(Code field) {
        Objects.requireNonNull(field, "field");
        return attributes.stream()
                .map(Attribute::asked)
                .filter(need -> need.item().equals(field))
                .findFirst();
    }

    /**
     * What is known of the person, for one use: with {@link Use#COMMUNICATION}, what whoever speaks with them looks at
     * first.
     *
     * @param use what for
     * @param evidence what is known on the record
     * @return every attribute of that use, in the order of the profile, what is missing too
     */
    public List<Attributed> seen(Use use, Evidence evidence) {
        Objects.requireNonNull(use, "use");
        Objects.requireNonNull(evidence, "evidence");
        return attributes.stream()
                .filter(a -> a.use() == use)
                .map(a -> a.asked().item())
                .map(field -> Attributed.of(field, evidence.fact(field)))
                .toList();
    }

    /**
     * What the person is known to have answered.
     *
     * @param field which field
     * @param evidence what is known on the record
     * @return what they answered; empty when there is no answer
     */
    public static Optional<String> answer(Code field, Evidence evidence) {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(evidence, "evidence");
        return evidence.fact(field).map(Fact::value).flatMap(Sensitive::text);
    }
}
