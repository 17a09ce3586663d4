package care.baton.house;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Every public constructor and method, called. */
final class Calls {

    /** One call and what came of it. */
    record Call(Executable what, Object[] with, Optional<Object> answer, Optional<Throwable> thrown) {}

    private Calls() {}

    static List<Class<?>> publicTypes() {
        return Core.classes().stream()
                .filter(type -> !type.getName().equals("module-info"))
                .<Class<?>>map(type -> type.reflect())
                .filter(Calls::isPublic)
                .filter(type -> !type.isEnum() && !type.isAnnotation())
                .sorted(Comparator.comparing(Class::getName))
                .toList();
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
    }

    static List<Executable> all() {
        return publicTypes().stream()
                .flatMap(type -> Stream.<Executable>concat(
                        Arrays.stream(type.getConstructors()),
                        Arrays.stream(type.getDeclaredMethods())
                                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                                .sorted(Comparator.comparing(Method::toString))))
                .toList();
    }

    /** Calls it with the first values of all, and then with every other value of each. */
    static int call(Executable what, Specimens specimens, Values values, Consumer<Call> told) {
        List<Object> on = receivers(what, specimens);
        List<List<Object>> choices = new ArrayList<>();
        for (Type type : what.getGenericParameterTypes()) {
            List<Object> some = values.of(type);
            if (some.isEmpty()) {
                return 0;
            }
            choices.add(some);
        }
        int calls = 0;
        for (Object receiver : on) {
            for (int k = 0; k < Math.max(1, choices.size()); k++) {
                for (int n = k == 0 ? 0 : 1;
                        n < (choices.isEmpty() ? 1 : choices.get(k).size());
                        n++) {
                    Object[] with = choices.stream().map(some -> some.get(0)).toArray();
                    if (with.length > 0) {
                        with[k] = choices.get(k).get(n);
                    }
                    Optional<Call> made = call(what, receiver, with);
                    made.ifPresent(told);
                    calls += made.isPresent() ? 1 : 0;
                }
            }
        }
        return calls;
    }

    /** What may be passed for a parameter. */
    interface Values {
        List<Object> of(Type type);
    }

    private static List<Object> receivers(Executable what, Specimens specimens) {
        if (what instanceof Constructor<?> || Modifier.isStatic(what.getModifiers())) {
            return List.of(what);
        }
        return specimens.of(what.getDeclaringClass(), 0).stream().limit(1).toList();
    }

    /** What comes of making something with these, if it is refused. */
    static Optional<Throwable> thrown(Executable what, Object[] with) {
        return call(what, what, with).flatMap(Call::thrown);
    }

    /** What comes of asking this with these, if it is refused. */
    static Optional<Throwable> thrown(Method what, Object receiver, Object[] with) {
        return call(what, receiver, with).flatMap(Call::thrown);
    }

    /** Nothing when what is known of the parameters' types was not enough. */
    private static Optional<Call> call(Executable what, Object receiver, Object[] with) {
        try {
            what.setAccessible(true);
            Object answer = what instanceof Constructor<?> making
                    ? making.newInstance(with)
                    : ((Method) what).invoke(receiver, with);
            return Optional.of(new Call(what, with, Optional.ofNullable(answer), Optional.empty()));
        } catch (InvocationTargetException thrown) {
            return Optional.of(new Call(what, with, Optional.empty(), Optional.of(thrown.getCause())));
        } catch (IllegalArgumentException mismatch) {
            return Optional.empty();
        } catch (ReflectiveOperationException closed) {
            throw new IllegalStateException(what.toString(), closed);
        }
    }
}
