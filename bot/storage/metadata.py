"""What every table shares: names of keys and indexes, and the kind of an id."""

from sqlalchemy import BigInteger, Integer, MetaData

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = MetaData(naming_convention=NAMES)

# SQLite counts up only an INTEGER primary key; PostgreSQL wants the room of a BIGINT.
Id = BigInteger().with_variant(Integer, "sqlite")
