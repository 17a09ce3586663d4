package care.baton.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import care.baton.consent.Consents;
import care.baton.consent.Purpose;
import care.baton.consent.Scope;
import care.baton.evidence.Evidence;
import care.baton.note.Contacts;
import care.baton.note.Notes;
import care.baton.obligation.Obligations;
import care.baton.outcome.Code;
import care.baton.ownership.Team;
import care.baton.ownership.TeamEvent;
import care.baton.ownership.TeamEvent.MemberJoined;
import care.baton.ownership.TeamEvent.MemberLeft;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.OrganizationKind;
import care.baton.party.PersonId;
import care.baton.plan.Plans;
import care.baton.risk.Risks;
import care.baton.time.SameDay;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How somebody stands to a record: the person whose record it is, whoever keeps it, or anybody else. */
class AccessTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");
    private static final PersonId WHO = PersonId.of("person-1");
    private static final OrganizationId HOSPITAL = OrganizationId.of("hospital");
    private static final Holder PERSON = Holder.of(OrganizationId.of("home"), Code.of("person"), WHO);
    private static final Holder DAUGHTER =
            Holder.of(PERSON.organization(), Code.of("family"), PersonId.of("relative-1"));
    private static final MemberJoined JOINED = new MemberJoined(PERSON, OrganizationKind.PERSON_AND_FAMILY, List.of());
    private static final MemberJoined KIN = new MemberJoined(DAUGHTER, OrganizationKind.PERSON_AND_FAMILY, List.of());

    @Test
    void thePersonIsWhoeverTheyAreOrAsksInTheRoleThatTheyHoldUntilTheyHaveLeft() {
        Holder inTheirRole = Holder.of(PERSON.organization(), PERSON.role());

        assertThat(relation(PERSON)).isEqualTo(Relation.PERSON);
        assertThat(relation(inTheirRole, JOINED)).isEqualTo(Relation.PERSON);
        assertThat(relation(inTheirRole)).isEqualTo(Relation.OTHER);
        assertThat(relation(inTheirRole, JOINED, new MemberLeft(PERSON))).isEqualTo(Relation.OTHER);
    }

    @Test
    void aRelativeIsNotThePersonAndWhoeverKeepsTheRecordKeepsIt() {
        assertThat(relation(DAUGHTER, JOINED, KIN)).isEqualTo(Relation.OTHER);
        assertThat(relation(Holder.of(PERSON.organization(), DAUGHTER.role()), JOINED, KIN))
                .isEqualTo(Relation.OTHER);
        assertThat(relation(Holder.of(HOSPITAL, Code.of("planner")), JOINED)).isEqualTo(Relation.KEEPER);
    }

    @Test
    void whatARecordHoldsPrintsNothingOfIt() {
        assertThat(held(JOINED)).hasToString("Holdings");
    }

    @Test
    void anEmergencyLastsSomeTime() {
        assertThat(emergency(Duration.ofHours(1)).lasts()).isEqualTo(Duration.ofHours(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> emergency(Duration.ZERO))
                .withMessageStartingWith("lasts:");
    }

    private static EmergencyRule emergency(Duration lasts) {
        return EmergencyRule.builder()
                .scope(new Scope.Everything(List.of()))
                .lasts(lasts)
                .reviewer(Code.of("privacy-officer"))
                .reviewWithin(new SameDay())
                .build();
    }

    private static Relation relation(Holder seat, TeamEvent... events) {
        Viewer viewer = new Viewer(seat, Purpose.CARE_COORDINATION);
        return Access.of(held(events), viewer, MONDAY, DisclosureRules.standard())
                .relation();
    }

    private static Holdings held(TeamEvent... events) {
        Team team = Team.nobody();
        for (TeamEvent event : events) {
            team = team.evolve(event, MONDAY);
        }
        return Holdings.builder()
                .keeper(HOSPITAL)
                .person(WHO)
                .team(team)
                .consents(Consents.none())
                .disclosures(Disclosures.none())
                .evidence(Evidence.nothing())
                .obligations(Obligations.none())
                .notes(Notes.none())
                .contacts(Contacts.none())
                .risks(Risks.none())
                .plans(Plans.none())
                .build();
    }
}
