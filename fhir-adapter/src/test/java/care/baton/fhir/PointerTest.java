package care.baton.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointerTest {

    private static ObjectNode reference(String address) {
        return JsonNodeFactory.instance.objectNode().put("reference", address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Organization/12",
                "house-7",
                "urn:oid:1.2.3",
                "Organization/12/part",
                "organization/12",
                "Case/123"
            })
    void aNameReadBackIsTheSameName(String name) {
        assertThat(Pointer.read(new Pointer(name).json())).hasValue(new Pointer(name));
    }

    @Test
    void onlyATypeAndAnIdIsAnAddress() {
        assertThat(new Pointer("Organization/12").json().has("reference")).isTrue();
        assertThat(new Pointer("Organization/.").isAddress()).isFalse();
        assertThat(new Pointer("Case/123").json().has("reference")).isFalse();
        assertThat(new Pointer("Organization/..").isAddress()).isFalse();
        assertThat(new Pointer("Organization/12/part").json().has("reference")).isFalse();
    }

    @Test
    void theVersionIsNoPartOfWhomItPointsTo() {
        assertThat(Pointer.read(reference("Organization/12/_history/3"))).hasValue(new Pointer("Organization/12"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", " /_history/1"})
    void aReferenceThatNamesNothingPointsToNothing(String address) {
        assertThat(Pointer.read(reference(address))).isEmpty();
        assertThat(HolderPointer.read(reference(address))).isEmpty();
    }

    @Test
    void withoutOurExtensionNobodysRoleIsMadeUp() {
        Made.trips(random -> {
            Holder holder = Made.holder(random);
            ObjectNode json = new HolderPointer(holder).json();
            assertThat(HolderPointer.read(json)).hasValue(new HolderPointer(holder));
            json.remove("extension");
            assertThat(HolderPointer.read(json)).isEmpty();
            assertThat(Pointer.read(json).flatMap(name -> name.as(OrganizationId::of)))
                    .hasValue(holder.organization());
        });
    }
}
