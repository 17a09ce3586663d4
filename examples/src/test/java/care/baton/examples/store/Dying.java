package care.baton.examples.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A database whose connection breaks after so many entries were written, or else at the commit. */
final class Dying {

    private final DataSource source;
    private int left = Integer.MAX_VALUE;

    Dying(DataSource source) {
        this.source = source;
    }

    synchronized void after(int entries) {
        left = entries;
    }

    DataSource source() {
        return proxy(
                DataSource.class,
                source,
                (method, result, arguments) ->
                        result instanceof Connection connection ? connection(connection) : result);
    }

    private Connection connection(Connection connection) {
        return proxy(
                Connection.class,
                connection,
                (method, result, arguments) ->
                        result instanceof PreparedStatement statement && ((String) arguments[0]).contains(" entries ")
                                ? proxy(PreparedStatement.class, statement, (m, r, a) -> r)
                                : result);
    }

    private interface Then {
        Object with(Method method, Object result, Object[] arguments);
    }

    private <T> T proxy(Class<T> type, T target, Then then) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        breaksAtLast();
                    } else if (method.getName().equals("executeUpdate")) {
                        breaksNow();
                    }
                    try {
                        return then.with(method, method.invoke(target, arguments), arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }

    private synchronized void breaksNow() throws SQLException {
        if (left-- == 0) {
            left = Integer.MAX_VALUE;
            throw new SQLException("the connection broke");
        }
    }

    private synchronized void breaksAtLast() throws SQLException {
        if (left < Integer.MAX_VALUE / 2) {
            left = Integer.MAX_VALUE;
            throw new SQLException("the connection broke");
        }
    }
}
