package care.baton.disclosure;

import care.baton.consent.Purpose;
import care.baton.consent.Scope;
import care.baton.consent.Sensitivity;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.time.BusinessDays;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * By what rules a record is shown: the allow-lists, line by line, and what an emergency opens. Whoever no line speaks
 * of is shown nothing; where several do, each adds to the others.
 *
 * @param allowances the lines
 * @param emergency what an emergency opens
 */
public record DisclosureRules(List<Allowance> allowances, EmergencyRule emergency) {

    private static final List<Part> HOME = List.of(
            Part.PERSON, Part.PARTIES, Part.ACTIONS, Part.FACTS, Part.WARNINGS, Part.NOTES, Part.PLANS, Part.HANDOFFS);
    private static final List<Part> WORK =
            Stream.concat(HOME.stream(), Stream.of(Part.RISKS, Part.CONTACTS)).toList();
    private static final List<Purpose> CARE = List.of(Purpose.TREATMENT, Purpose.CARE_COORDINATION);

    /** Copies the lines. */
    public DisclosureRules {
        allowances = Copy.of(allowances, "allowances");
        Objects.requireNonNull(emergency, "emergency");
    }

    /**
     * What we ship. The person sees everything. Whoever keeps the record sees for care all but what is about the
     * treatment of substance use or about help for a victim, which the privacy officer sees too; for payment what the
     * actions and the facts say; to run the service the actions and the warnings, of nobody named. Anybody else is
     * shown for the same purposes the same parts, of these only what the person's consent names; the family, as
     * family, neither the risks nor the contacts. In an emergency
     * clinicians see for four hours what health care knows, and never what a victim service holds; the privacy
     * officer reviews that by the close of the second business day. The lists and the times are ours.
     *
     * @return the rules
     */
    public static DisclosureRules standard() {
        Scope all = new Scope.Everything(List.of(Sensitivity.values()));
        Scope health = new Scope.Everything(List.of(Sensitivity.BEHAVIORAL_HEALTH, Sensitivity.SUBSTANCE_USE));
        Scope usual = new Scope.Everything(List.of(Sensitivity.BEHAVIORAL_HEALTH));
        List<Purpose> every = List.of(Purpose.values());
        Code officer = Code.of("privacy-officer");
        List<Part> pay = List.of(Part.PERSON, Part.ACTIONS, Part.FACTS);
        List<Part> run = List.of(Part.ACTIONS, Part.WARNINGS);
        return new DisclosureRules(
                List.of(
                        line(Relation.PERSON, every, List.of(Part.values()), all, Hint.COUNTED),
                        line(Relation.KEEPER, CARE, WORK, usual, Hint.COUNTED),
                        line(Relation.KEEPER, List.of(Purpose.PAYMENT), pay, usual, Hint.MORE),
                        line(Relation.KEEPER, List.of(Purpose.OPERATIONS), run, usual, Hint.MORE),
                        Allowance.builder()
                                .relation(Relation.KEEPER)
                                .scope(all)
                                .hint(Hint.COUNTED)
                                .role(officer)
                                .addAllPurposes(every)
                                .addAllParts(List.of(Part.values()))
                                .build(),
                        line(Relation.OTHER, CARE, WORK, all, Hint.NONE),
                        line(Relation.OTHER, List.of(Purpose.FAMILY), HOME, all, Hint.NONE),
                        line(Relation.OTHER, List.of(Purpose.PAYMENT), pay, all, Hint.NONE),
                        line(Relation.OTHER, List.of(Purpose.OPERATIONS), run, all, Hint.NONE)),
                new EmergencyRule(
                        List.of(
                                Code.of("clinician"),
                                Code.of("physician"),
                                Code.of("nurse"),
                                Code.of("registered-nurse"),
                                Code.of("primary-care-clinician"),
                                Code.of("attending-clinician")),
                        List.of(Part.PERSON, Part.FACTS, Part.WARNINGS, Part.NOTES, Part.PLANS, Part.RISKS),
                        health,
                        Duration.ofHours(4),
                        officer,
                        new BusinessDays(2)));
    }

    private static Allowance line(Relation relation, List<Purpose> purposes, List<Part> parts, Scope scope, Hint hint) {
        return Allowance.builder()
                .relation(relation)
                .scope(scope)
                .hint(hint)
                .addAllPurposes(purposes)
                .addAllParts(parts)
                .build();
    }
}
