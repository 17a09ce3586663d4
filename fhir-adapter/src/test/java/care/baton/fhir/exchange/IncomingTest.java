package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.fhir.task.SeenTask;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A Task that no record holds is tied to one between us only by what it says itself. */
class IncomingTest {

    private static final LinkKey FIRST = LinkKey.task("handoff-1", 1);
    private static final LinkKey SECOND = LinkKey.task("handoff-2", 1);
    private static final LinkKey ABORT = LinkKey.abort("handoff-3", 1, true);

    private static final String ABOUT_S1 = "'focus':{'reference':'ServiceRequest/s1'}";
    private static final String ABOUT_S2 = "'focus':{'reference':'ServiceRequest/s2'}";
    private static final String GROUP = "'groupIdentifier':{'system':'http://hospital.example','value':'g1'}";

    private final Incoming incoming = new Incoming(Two.receivers(PartnerProfiles.plainR4()));

    @Test
    void itIsToUsWhereThePartnerAsksUsAndNobodyElse() {
        assertThat(incoming.isToUs(between("sender", "receiver"))).isTrue();
        assertThat(incoming.isToUs(between("sender", "other"))).isFalse();
        assertThat(incoming.isToUs(between("other", "receiver"))).isFalse();
    }

    @Test
    void itPointsToOursByWhatItIsAboutOrBasedOn() {
        Links links = Links.of(List.of(stands(FIRST, "1", ABOUT_S1)));

        for (String pointing : List.of("'focus':{'reference':'%s'}", "'basedOn':[{'reference':'%s'}]")) {
            for (String address : List.of("Task/1", "Task/1/_history/3", HonestServer.BASE + "/Task/1")) {
                assertThat(incoming.pointed(task(pointing.formatted(address)), links))
                        .as(pointing + address)
                        .map(Link::key)
                        .contains(FIRST);
            }
            for (String address : List.of("Task/2", "List/1", "#a", "http://other.example/fhir/Task/1")) {
                assertThat(incoming.pointed(task(pointing.formatted(address)), links))
                        .as(pointing + address)
                        .isEmpty();
            }
        }
    }

    @Test
    void whatAsksToStopOneIsNotWhatAnotherPointsTo() {
        Links links = Links.of(List.of(stands(ABORT, "9", ABOUT_S1)));

        assertThat(incoming.pointed(task("'focus':{'reference':'Task/9'}"), links))
                .isEmpty();
        assertThat(incoming.aboutTheSame(task(ABOUT_S1), links)).isEmpty();
        assertThat(incoming.isLikeOneOf(found(ABOUT_S1), links)).isFalse();
    }

    @Test
    void ofThoseThatAreAboutTheSameTheLastIsMeant() {
        Links links = Links.of(List.of(stands(FIRST, "1", ABOUT_S1), stands(SECOND, "2", ABOUT_S1)));

        assertThat(incoming.aboutTheSame(task(ABOUT_S1), links)).map(Link::key).contains(SECOND);
        assertThat(incoming.aboutTheSame(task(ABOUT_S2), links)).isEmpty();
        assertThat(incoming.aboutTheSame(task("'intent':'order'"), links)).isEmpty();
    }

    @Test
    void whatIsAboutTheSameOrOfTheSameGroupMayBeTheSameOfferTwice() {
        assertThat(isLike(ABOUT_S1, ABOUT_S1)).isTrue();
        assertThat(isLike(ABOUT_S1 + "," + GROUP, ABOUT_S2 + "," + GROUP)).isTrue();
        assertThat(isLike(GROUP, GROUP)).isTrue();
    }

    @Test
    void whatTakesThePlaceOfOneThatIsOpenMayBeTheSameWorkTwice() {
        String replaces = "'extension':[{'url':'%s','valueReference':{'reference':'Task/%s'}}]";

        assertThat(isLike(ABOUT_S2 + "," + replaces.formatted(FhirSystems.TASK_REPLACES, "1"), ABOUT_S1))
                .isTrue();
        assertThat(isLike(ABOUT_S2 + "," + replaces.formatted(FhirSystems.TASK_REPLACES, "2"), ABOUT_S1))
                .isFalse();
        assertThat(isLike(replaces.formatted(FhirSystems.TASK_REPLACES, "1"), ABOUT_S1 + ",'status':'cancelled'"))
                .isFalse();
    }

    @Test
    void whatSharesNothingIsNotTheSameOfferTwice() {
        assertThat(isLike(ABOUT_S1, ABOUT_S2)).isFalse();
        assertThat(isLike("'intent':'order'", "'intent':'order'")).isFalse();
        assertThat(isLike(GROUP, GROUP.replace("g1", "g2"))).isFalse();
        assertThat(isLike(ABOUT_S1, ABOUT_S1 + ",'status':'completed'")).isFalse();
    }

    private boolean isLike(String found, String standing) {
        return incoming.isLikeOneOf(found(found), Links.of(List.of(stands(FIRST, "1", standing))));
    }

    private static SeenTask between(String requester, String owner) {
        return task("'requester':{'reference':'Organization/%s'},'owner':{'reference':'Organization/%s'}"
                .formatted(requester, owner));
    }

    private static Link stands(LinkKey key, String id, String elements) {
        return Link.unknown(key).at(id, "1", json(elements).text(), Two.START);
    }

    private static Found found(String elements) {
        return new Found("Task", "77", "1", json(elements));
    }

    private static SeenTask task(String elements) {
        return SeenTask.of(json(elements), Optional.empty());
    }

    private static FhirJson json(String elements) {
        String status = elements.contains("'status'") ? "" : "'status':'requested',";
        return FhirJson.read(("{'resourceType':'Task'," + status + elements + "}").replace('\'', '"'))
                .value()
                .orElseThrow();
    }
}
