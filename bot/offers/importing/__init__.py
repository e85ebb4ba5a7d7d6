"""Reading offers from a municipality's table or from UiTdatabank, and writing them as a table again."""
