package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.catalog.Roles;
import care.baton.fhir.task.SeenTerm;
import care.baton.handoff.Condition;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.PersonId;
import care.baton.party.Sensitive;
import care.baton.record.RecordCommand.JoinTeam;
import care.baton.record.RecordCommand.LeaveTeam;
import care.baton.time.Horizon;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The conditions on a Task are the record's, each with one of the two to see to it. */
class TermsTest extends TwoSites {

    private static final String NURSE = "visiting-nurse";

    @BeforeEach
    void offered() {
        offer();
    }

    private List<Condition> of(List<SeenTerm> terms) {
        return new Terms(sender.offer(), sender.record.chart().team(), now).of(terms);
    }

    private Condition of(SeenTerm term) {
        return of(List.of(term)).get(0);
    }

    private static SeenTerm term(String holder, String organization, String person) {
        return new SeenTerm(
                "A key is left",
                "limitation",
                holder,
                Optional.of(organization).filter(name -> !name.isEmpty()),
                Optional.of(person).filter(name -> !name.isEmpty()),
                Optional.empty(),
                false,
                false);
    }

    private static SeenTerm term(String text, String kind, Optional<String> due) {
        return new SeenTerm(text, kind, "", Optional.empty(), Optional.empty(), due, false, false);
    }

    private Holder holder(String holder, String organization, String person) {
        return of(term(holder, organization, person)).holder();
    }

    @Test
    void asManyAsOneAcceptanceOpensAreTakenAndMoreAreSeenToOnTheTask() {
        SeenTerm one = term(NURSE, "", "");

        assertThat(of(Collections.nCopies(Terms.MOST, one))).hasSize(Terms.MOST);
        assertThat(of(Collections.nCopies(Terms.MOST + 1, one)))
                .containsExactly(new Condition(
                        Sensitive.of("See the 21 conditions on the Task"),
                        Condition.Kind.LIMITATION,
                        Two.SENDER,
                        now.plus(Duration.ofDays(1))));
    }

    @Test
    void itSaysWhatItIsAndByWhenAsFarAsThatIsSaid() {
        Instant due = now.plusSeconds(3_600);
        Condition said = of(term("A key is left", "precondition", Optional.of(due.toString())));
        assertThat(said.text()).isEqualTo(Sensitive.of("A key is left"));
        assertThat(said.kind()).isEqualTo(Condition.Kind.PRECONDITION);
        assertThat(said.due()).isEqualTo(due);
        Instant last = now.plus(Horizon.LONGEST);
        assertThat(of(term("A key is left", "", Optional.of(last.toString()))).due())
                .isEqualTo(last);

        for (String unsaid : List.of(
                "",
                "tomorrow",
                "9999-12-31T00:00:00Z",
                "9998-01-01T00:00:00Z",
                now.plus(Horizon.LONGEST).plusNanos(1).toString(),
                "0001-01-01T00:00:00Z")) {
            Condition condition = of(term(" ", "", Optional.of(unsaid)));
            assertThat(condition.text()).isEqualTo(Sensitive.of("(not stated)"));
            assertThat(condition.kind()).isEqualTo(Condition.Kind.LIMITATION);
            assertThat(condition.due()).as(unsaid).isEqualTo(now.plus(Duration.ofDays(1)));
        }
    }

    @Test
    void itIsSeenToByWhomItNamesAmongTheTwo() {
        OrganizationId ours = Two.SENDER.organization();
        OrganizationId theirs = Two.RECEIVER.organization();

        assertThat(holder(Roles.CASE_MANAGEMENT_LEAD.value(), ours.value(), ""))
                .isEqualTo(Holder.of(ours, Roles.CASE_MANAGEMENT_LEAD));
        assertThat(holder(Two.SENDER.role().value(), ours.value(), "cm")).isEqualTo(Two.SENDER);
        assertThat(holder(Roles.SUPERVISOR.value(), theirs.value(), "p-1"))
                .isEqualTo(Holder.of(theirs, Roles.SUPERVISOR, PersonId.of("p-1")));
    }

    @Test
    void whatIsLaidOnARoleOrAPersonThatTheSenderDoesNotHaveIsTheSendersOwn() {
        String ours = Two.SENDER.organization().value();
        String lead = Roles.CASE_MANAGEMENT_LEAD.value();

        assertThat(holder("nobody-has-this-role", ours, "")).isEqualTo(Two.SENDER);
        assertThat(holder("nobody-has-this-role", ours, "Practitioner/nobody")).isEqualTo(Two.SENDER);
        assertThat(holder(lead, ours, "Practitioner/nobody")).isEqualTo(Two.SENDER);

        Holder seat = Two.team().stream()
                .map(JoinTeam::seat)
                .filter(one -> one.role().equals(Roles.CASE_MANAGEMENT_LEAD))
                .findFirst()
                .orElseThrow();
        assertThat(holder(lead, ours, seat.person().orElseThrow().value())).isEqualTo(seat);
        sender.does(new LeaveTeam(seat), now);
        assertThat(holder(lead, ours, seat.person().orElseThrow().value())).isEqualTo(Two.SENDER);
    }

    @Test
    void whatIsLaidOnSomebodyElseIsTheReceivers() {
        assertThat(holder(Two.SENDER.role().value(), "Organization/third", "")).isEqualTo(Two.RECEIVER);
    }

    @Test
    void whereNoOrganizationIsNamedTheSendersRoleIsTheSendersAndAnyOtherTheReceivers() {
        assertThat(holder(Two.SENDER.role().value(), "", "")).isEqualTo(Two.SENDER);
        assertThat(holder(Two.RECEIVER.role().value(), "", "")).isEqualTo(Two.RECEIVER);
        assertThat(holder(Roles.SUPERVISOR.value(), "", ""))
                .isEqualTo(Holder.of(Two.RECEIVER.organization(), Roles.SUPERVISOR));
        assertThat(holder("", "", "")).isEqualTo(Two.RECEIVER);
    }
}
