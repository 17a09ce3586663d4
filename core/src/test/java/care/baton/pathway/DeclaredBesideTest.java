package care.baton.pathway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import care.baton.catalog.Referral;
import care.baton.evidence.Grade;
import care.baton.outcome.Code;
import care.baton.pathway.Need.FieldNeed;
import care.baton.time.Elapsed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What a definition says beside its stages: the credentials of a role, and who is told as soon as what is said. */
class DeclaredBesideTest {

    private static final Code STRANGER = Code.of("stranger");
    private static final Code FIRST_AID = Code.of("first-aid");
    private static final Code TOPIC = Code.of("authorization");
    private static final Pathway REFERRAL = Referral.handoff();
    private static final RoleDescription ROLE = REFERRAL.roles().stream()
            .filter(r -> r.code().equals(Code.of("supervisor")))
            .findFirst()
            .orElseThrow();
    private static final Code WORK = ROLE.duties().get(0);
    private static final Code LADDER = REFERRAL.ladders().get(0).code();
    private static final String AT = " roles/supervisor/credentials";

    @Test
    void aCredentialIsAskedForOnceAndWhoeverSeesToItIsOfThePathway() {
        assertThat(asking(credential(List.of(ROLE.code()), ROLE.code(), LADDER)))
                .isEmpty();
        assertThat(asking(
                        credential(List.of(ROLE.code()), ROLE.code(), LADDER),
                        credential(List.of(ROLE.code()), ROLE.code(), LADDER)))
                .containsExactly("NAME_TWICE" + AT);
        assertThat(asking(credential(List.of(STRANGER), ROLE.code(), LADDER)))
                .containsExactly("NAME_UNKNOWN" + AT + "/first-aid/suppliers/stranger");
        assertThat(asking(credential(List.of(ROLE.code(), ROLE.code()), ROLE.code(), LADDER)))
                .containsExactly("NAME_TWICE" + AT + "/first-aid/suppliers");
        assertThat(asking(credential(List.of(ROLE.code()), ROLE.code(), STRANGER)))
                .containsExactly("NAME_UNKNOWN" + AT + "/first-aid/expiry/ladder/stranger");
        assertThat(asking(credential(List.of(ROLE.code()), Code.of("case-manager"), LADDER)))
                .containsExactly("DUTY_NOT_OF_ROLE" + AT + "/first-aid/expiry/role");
    }

    @Test
    void whatIsToldAsSoonAsItIsSaidIsNamedInAFieldThatHoldsItAndAWarningIsOne() {
        assertThat(telling(notice().onWarning(STRANGER))).containsExactly("NAME_UNKNOWN notices/0/raisedBy/stranger");
        assertThat(telling(notice().onWarning(REFERRAL.flags().get(0)))).isEmpty();
        assertThat(telling(notice().onWord(STRANGER))).containsExactly("NAME_UNKNOWN notices/0/namedIn/stranger");
        assertThat(telling(notice().onWord(Code.of("reply")), "another"))
                .as("the topic is not on the list")
                .containsExactly("NAME_UNKNOWN notices/0/namedIn/reply");
        assertThat(telling(notice().onWord(Code.of("reply")), TOPIC.value())).isEmpty();
        assertThat(notice().onWord(FIRST_AID).onWarning(STRANGER).namedIn()).contains(FIRST_AID);
        assertThat(notice().onWarning(STRANGER).onWord(FIRST_AID).raisedBy()).contains(STRANGER);
    }

    @Test
    void aReviewerWhoDoesNotPayIsAnsweredWithThoseWhoDo() {
        UnsoundPathwayException unsound = catchThrowableOfType(
                UnsoundPathwayException.class, () -> Altered.with(REFERRAL, "stages/1/reviewer", ROLE.code()));
        assertThat(unsound.faults().get(0).names())
                .isNotEmpty()
                .containsExactlyElementsOf(REFERRAL.roles().stream()
                        .filter(r -> r.side() == Side.FUNDER)
                        .map(RoleDescription::code)
                        .toList());
    }

    private static RequiredCredential credential(List<Code> suppliers, Code role, Code ladder) {
        return new RequiredCredential(FIRST_AID, suppliers, Optional.of(new Expiry(WORK, role, ladder, List.of())));
    }

    private static List<String> asking(RequiredCredential... credentials) {
        String path = "roles/" + REFERRAL.roles().indexOf(ROLE) + "/credentials";
        return faults(() -> Altered.with(REFERRAL, path, List.of(credentials)));
    }

    private static Notice notice() {
        return REFERRAL.notices().get(0);
    }

    private static List<String> telling(Notice notice, String... values) {
        Pathway asks = values.length == 0
                ? REFERRAL
                : Altered.and(REFERRAL, "stages/0/fields", field(Code.of(values[0]), Code.of("neither")));
        return faults(() -> Altered.with(asks, "notices/0", notice));
    }

    private static Field field(Code... values) {
        FieldNeed need = new FieldNeed(
                Code.of("reply"),
                List.of(ROLE.code()),
                Grade.RECORDED,
                false,
                Optional.of(new Holds.OneOf(List.of(values))));
        return new Field(need, Step.CLOSE, ROLE.code(), new Elapsed(Duration.ofDays(1)));
    }

    private static List<String> faults(Supplier<Pathway> making) {
        UnsoundPathwayException unsound = catchThrowableOfType(UnsoundPathwayException.class, making::get);
        return unsound == null
                ? List.of()
                : unsound.faults().stream().map(f -> f.code() + " " + f.path()).toList();
    }
}
